package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.incident.firstresponse.ReportLine;

/** First response reports: the list and one of them, as the caller may see them. */
@RequestScoped
@Path("/first-response")
@Produces(MediaType.APPLICATION_JSON)
public class FirstResponseResource {
  private static final int LIMIT = 25;

  @Inject private FirstResponseListService reports;

  /** One page of the list, the newest first. */
  @GET
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri,
      @Context Request request) {
    int most = limit == null ? LIMIT : limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 0;
    List<ReportLine> lines = reports.newest(cursor, most);
    String next = lines.size() < most ? null : lines.get(lines.size() - 1).reference();
    FirstResponseJson writer = new FirstResponseJson(Links.of(uri));
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(j -> writer.page(j, lines, next)));
  }

  /** One report; 404 when there is none or the caller may not know of it. */
  @GET
  @Path("{reference}")
  public Response one(
      @PathParam("reference") String reference, @Context UriInfo uri, @Context Request request) {
    Report report = reports.view(reference, null);
    FirstResponseJson writer = new FirstResponseJson(Links.of(uri));
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(j -> writer.report(j, report)));
  }
}
