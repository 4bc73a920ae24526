package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The description of the interface. */
@RequestScoped
@Path("/openapi.json")
public class OpenApiResource {

  /** OpenAPI 3.1. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response document(@Context Request request) {
    return Conditional.answer(request, MediaType.APPLICATION_JSON, OpenApi.document());
  }
}
