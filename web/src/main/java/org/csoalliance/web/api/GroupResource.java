package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.platform.security.CallerContext;

/** The groups that the caller may know of. */
@RequestScoped
@Path("/groups")
@Produces(MediaType.APPLICATION_JSON)
public class GroupResource {
  @Inject private GroupService groups;
  @Inject private CallerContext caller;

  /** All of them, the caller's own first. */
  @GET
  public Response list(@Context UriInfo uri, @Context Request request) {
    if (!caller.reader().signedIn()) {
      throw Problem.of(401, Problems.SIGN_IN).thrown();
    }
    List<GroupSummary> found = groups.list();
    GroupJson writer = new GroupJson(Links.of(uri));
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(json -> writer.list(json, found)));
  }
}
