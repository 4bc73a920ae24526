package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.AddVersion;
import org.csoalliance.incident.IncidentConfirmationService;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.incident.IncidentReportService;
import org.csoalliance.incident.IncidentReviewService;
import org.csoalliance.incident.IncidentVersionService;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.membership.group.GroupService;
import org.csoalliance.membership.group.GroupSummary;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;

/** Incidents: the list, one of them, a new report, an editor's judgement. */
@RequestScoped
@Path("/incidents")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentResource {
  @Inject private IncidentListService incidents;
  @Inject private IncidentReportService reports;
  @Inject private IncidentVersionService versions;
  @Inject private IncidentConfirmationService confirmation;

  /** The members of a review. */
  static final Set<String> REVIEW = Set.of("version", "note");

  @Inject private IncidentReviewService reviews;
  @Inject private GroupService groups;
  @Inject private CallerContext caller;

  /** One page of the list, as the caller may see it. */
  @GET
  public Response list(@Context UriInfo uri, @Context Request request) {
    IncidentQuery query = IncidentQuery.ofList(uri.getQueryParameters());
    int limit = query.limit() == null ? IncidentQuery.LIMIT : query.limit();
    IncidentPage page = incidents.page(query.filter(), limit, query.cursor(), false);
    IncidentJson writer = new IncidentJson(Links.of(uri));
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(json -> writer.page(json, page)));
  }

  /** One incident; 404 when there is none or the caller may not know of it. */
  @GET
  @Path("{reference}")
  public Response one(
      @PathParam("reference") String reference, @Context UriInfo uri, @Context Request request) {
    byte[] body = body(incidents.detail(reference), uri);
    return Conditional.answer(request, MediaType.APPLICATION_JSON, body);
  }

  /** Takes a report. The same key from the same person again is answered with the same report. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response report(
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    signedIn();
    JsonObject typed = JsonBody.read(headers, body);
    ReportJson read =
        new ReportJson(
            typed,
            IdempotencyKey.of(idempotencyKey, caller.reader().accountId()),
            typed.containsKey("groups") ? ownGroups() : Map.of());
    ReportIncident report = read.report();
    Map<String, String> wrong = read.wrong();
    String reference;
    try {
      if (!wrong.isEmpty()) {
        reports.check(report);
        throw new InvalidException(wrong);
      }
      reference = reports.report(report);
    } catch (InvalidException invalid) {
      ReportJson.renamed(invalid.fields()).forEach(wrong::putIfAbsent);
      throw Problem.invalid(wrong).thrown();
    }
    return Response.created(uri.getBaseUri().resolve(Links.of(uri).incident(reference)))
        .type(MediaType.APPLICATION_JSON)
        .entity(body(incidents.detail(reference), uri))
        .build();
  }

  /** The versions of a report, oldest first, as far as the caller may see them. */
  @GET
  @Path("{reference}/versions")
  public Response versions(@PathParam("reference") String reference, @Context Request request) {
    IncidentVersions all = incidents.detail(reference).part(IncidentVersions.class);
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(json -> VersionJson.write(json, all)));
  }

  /** Adds a version. The same key from the same person again is answered with the same version. */
  @POST
  @Path("{reference}/versions")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(
      @PathParam("reference") String reference,
      @HeaderParam("Idempotency-Key") String idempotencyKey,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    signedIn();
    VersionJson read =
        new VersionJson(
            JsonBody.read(headers, body),
            IdempotencyKey.of(idempotencyKey, caller.reader().accountId()));
    AddVersion command = read.command(reference);
    Map<String, String> wrong = read.wrong();
    try {
      if (!wrong.isEmpty()) {
        reports.check(command.report());
        throw new InvalidException(wrong);
      }
      versions.add(command);
    } catch (InvalidException invalid) {
      VersionJson.renamed(invalid.fields()).forEach(wrong::putIfAbsent);
      throw Problem.invalid(wrong).thrown();
    }
    return Response.created(uri.getBaseUri().resolve(Links.of(uri).incident(reference)))
        .type(MediaType.APPLICATION_JSON)
        .entity(body(incidents.detail(reference), uri))
        .build();
  }

  /** An editor confirms, disputes, withdraws or reopens. */
  @POST
  @Path("{reference}/status")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response status(
      @PathParam("reference") String reference,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    signedIn();
    if (!caller.reader().is(Role.EDITOR)) {
      throw new RefusedException("Editors alone change the status of a report.");
    }
    StatusJson judgement = StatusJson.read(JsonBody.read(headers, body));
    Integer severity =
        judgement.keepSeverity()
            ? incidents.detail(reference).summary().severity()
            : judgement.severity();
    try {
      confirmation.changeStatus(
          reference, judgement.status(), severity, judgement.reason(), judgement.version());
    } catch (InvalidException invalid) {
      throw Problem.invalid(StatusJson.renamed(invalid.fields())).thrown();
    }
    return Response.ok(body(incidents.detail(reference), uri), MediaType.APPLICATION_JSON).build();
  }

  /** An editor has looked at what a report tells of a death or a minor, or at a later version. */
  @POST
  @Path("{reference}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response review(
      @PathParam("reference") String reference,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    signedIn();
    if (!caller.reader().is(Role.EDITOR)) {
      throw new RefusedException("Editors alone look at reports for the alliance.");
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonFields fields = new JsonFields(JsonBody.read(headers, body), "", wrong).only(REVIEW);
    Integer version = fields.integer("version");
    String note = fields.text("note");
    if (version == null) {
      wrong.putIfAbsent("version", "Give the number of the version that you have seen.");
    }
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong).thrown();
    }
    reviews.reviewed(reference, version, note == null ? "" : note);
    return Response.ok(body(incidents.detail(reference), uri), MediaType.APPLICATION_JSON).build();
  }

  /** The groups that the caller is in; the service asks again. */
  private Map<String, Long> ownGroups() {
    return caller.reader().is(Role.MEMBER)
        ? groups.list().stream()
            .filter(group -> caller.reader().groups().contains(group.id()))
            .collect(Collectors.toMap(GroupSummary::slug, GroupSummary::id))
        : Map.of();
  }

  private static byte[] body(IncidentDetail incident, UriInfo uri) {
    IncidentJson writer = new IncidentJson(Links.of(uri));
    return JsonText.bytes(json -> writer.detail(json, incident));
  }

  private void signedIn() {
    if (!caller.reader().signedIn()) {
      throw Problem.of(401, Problems.SIGN_IN).thrown();
    }
  }
}
