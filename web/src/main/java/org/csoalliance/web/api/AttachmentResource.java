package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.attachment.AddAttachment;
import org.csoalliance.incident.attachment.Attachment;
import org.csoalliance.incident.attachment.AttachmentContent;
import org.csoalliance.incident.attachment.AttachmentDownloadService;
import org.csoalliance.incident.attachment.AttachmentLimits;
import org.csoalliance.incident.attachment.AttachmentService;
import org.csoalliance.incident.attachment.Attachments;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.web.shared.Download;

/** The files of an incident: the same checks, scanner, limits and policy as its page has. */
@RequestScoped
@Path("/incidents/{reference}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public class AttachmentResource {
  @Inject private IncidentListService incidents;
  @Inject private AttachmentService service;
  @Inject private AttachmentDownloadService downloads;
  @Inject private AttachmentLimits limits;
  @Inject private CallerContext caller;

  /** The files, oldest first, as far as the caller may see them. */
  @GET
  public Response list(
      @PathParam("reference") String reference, @Context UriInfo uri, @Context Request request) {
    Attachments all = incidents.detail(reference).part(Attachments.class);
    AttachmentJson writer = new AttachmentJson(Links.of(uri));
    return Conditional.answer(
        request, MediaType.APPLICATION_JSON, JsonText.bytes(json -> writer.list(json, all)));
  }

  /** Takes a file, as the body or as the file of a form. What it is, its content says. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response add(
      @PathParam("reference") String reference,
      @QueryParam("name") String name,
      @QueryParam("description") String description,
      @QueryParam("answer") String answer,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      InputStream body)
      throws IOException {
    mayAdd();
    incidents.detail(reference); // 404 before a large body is read
    UploadedFile file = UploadedFile.read(headers, body, (int) limits.most(), service.tooLarge());
    Map<String, String> typed = file.fields();
    long id;
    try {
      id =
          service.add(
              new AddAttachment(
                  reference,
                  file.name() == null ? name : file.name(),
                  file.mediaType(),
                  typed.getOrDefault("description", description),
                  file.content(),
                  number(typed.getOrDefault("answer", answer))));
    } catch (InvalidException invalid) {
      throw Problem.invalid(invalid.fields()).thrown();
    }
    Attachment added =
        incidents.detail(reference).part(Attachments.class).files().stream()
            .filter(one -> one.id() == id)
            .findFirst()
            .orElseThrow();
    AttachmentJson writer = new AttachmentJson(Links.of(uri));
    return Response.created(
            uri.getBaseUri().resolve(Links.of(uri).attachment(added.reference(), id)))
        .type(MediaType.APPLICATION_JSON)
        .entity(JsonText.bytes(json -> writer.file(json, added)))
        .build();
  }

  /** The copy of a file that others may see, to keep; originals are opened on the page alone. */
  @GET
  @Path("{id}")
  @Produces(MediaType.WILDCARD)
  public Response content(@PathParam("reference") String reference, @PathParam("id") String id) {
    if (!id.matches("[0-9]{1,18}")) {
      throw new NotFoundException("There is no such file or incident, or you may not see it.");
    }
    AttachmentContent file =
        downloads.open(reference, Long.parseLong(id), AttachmentContent.Which.COPY);
    return Response.ok(file.content(), file.mediaType())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", Download.disposition("attachment", file.fileName()))
        .build();
  }

  private static Long number(String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (!typed.strip().matches("[0-9]{1,18}")) {
      throw Problem.invalid(Map.of("answer", "Give the number of your company's answer.")).thrown();
    }
    return Long.valueOf(typed.strip());
  }

  private void mayAdd() {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      throw Problem.of(401, Problems.SIGN_IN).thrown();
    }
    if (!reader.is(Role.MEMBER) && !reader.is(Role.PARTNER) && !reader.is(Role.EDITOR)) {
      throw new RefusedException("Members, partners and editors alone add files.");
    }
  }
}
