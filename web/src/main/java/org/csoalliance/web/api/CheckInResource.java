package org.csoalliance.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.door.DoorList;
import org.csoalliance.event.door.DoorService;
import org.csoalliance.event.door.ScanAnswer;
import org.csoalliance.platform.security.CallerContext;

/** The door of an event: scans, and the list that a device works from. */
@ApplicationScoped
@Path("/check-in")
@Produces(MediaType.APPLICATION_JSON)
public class CheckInResource {
  @Inject private DoorService door;
  @Inject private CallerContext caller;

  /**
   * One scan, or what a device kept. A scan that does not count is a problem: 409 when the person
   * is in already or has no seat, 410 for a ticket that was replaced, 422 for one that is not ours,
   * 404 for a code of nobody. A list is answered 200 with an outcome for each.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response checkIn(
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    mayHaveADuty();
    CheckInJson.Sent sent =
        CheckInJson.read(
            JsonBody.read(headers, body),
            IdempotencyKey.of(idempotencyKey, caller.reader().accountId()));
    List<ScanAnswer> answers = door.checkIn(sent.event(), sent.scans());
    if (!sent.one()) {
      return Response.ok(JsonText.bytes(json -> CheckInJson.answers(json, answers))).build();
    }
    ScanAnswer only = answers.get(0);
    int status = status(only);
    return status == 200
        ? Response.ok(JsonText.bytes(json -> CheckInJson.answer(json, only))).build()
        : Response.status(status)
            .type(Problem.TYPE)
            .entity(
                JsonText.bytes(
                    json -> CheckInJson.problem(json, status, only.outcome().words(), only)))
            .build();
  }

  private static int status(ScanAnswer answer) {
    return switch (answer.outcome()) {
      case IN -> 200;
      case ALREADY, NO_SEAT, NOT_CHOSEN, FULL -> 409;
      case REVOKED -> 410;
      case UNKNOWN -> 404;
      case FORGED, OTHER_EVENT -> 422;
    };
  }

  /** Everybody who may come, with the public keys that tickets are checked with. */
  @GET
  @Path("{slug}")
  public Response list(@PathParam("slug") String slug) {
    mayHaveADuty();
    DoorList list = door.list(slug);
    return Response.ok(JsonText.bytes(json -> CheckInJson.list(json, list, false))).build();
  }

  /** Asked before the body is read: the service decides about the event that it names. */
  private void mayHaveADuty() {
    if (!caller.reader().signedIn()) {
      throw Problem.of(401, Problems.SIGN_IN).thrown();
    }
    if (!EventAccess.mayHold(caller.reader())) {
      throw Problem.of(403, Problems.NOT_ALLOWED).thrown();
    }
  }
}
