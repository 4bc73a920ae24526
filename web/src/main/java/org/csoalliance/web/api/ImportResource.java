package org.csoalliance.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.csoalliance.incident.asam.AsamImportService;
import org.csoalliance.incident.importing.ImportProgress;
import org.csoalliance.incident.importing.ImportService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;

/** Imports of messages of other sources, by editors and administrators. */
@RequestScoped
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {
  @Inject private AsamImportService asam;
  @Inject private ImportService imports;
  @Inject private CallerContext caller;

  /** Takes an ASAM file and answers at once; the job works on. */
  @POST
  @Path("asam")
  @Consumes({"text/csv", MediaType.MULTIPART_FORM_DATA})
  public Response asam(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    mayImport();
    if (headers.getMediaType() == null) {
      throw Problem.of(415, "Send the file as Content-Type: text/csv, or in a form.").thrown();
    }
    UploadedFile file = UploadedFile.read(headers, body, AsamImportService.LARGEST_FILE);
    long id = asam.start(file.name(), file.content());
    return Response.accepted(body(imports.progress(id), uri))
        .type(MediaType.APPLICATION_JSON)
        .location(uri.getBaseUri().resolve(Links.of(uri).importJob(id)))
        .build();
  }

  /** How a job goes. */
  @GET
  @Path("{id}")
  public Response progress(@PathParam("id") String id, @Context UriInfo uri) {
    mayImport();
    if (!id.matches("[0-9]{1,18}")) {
      throw new NotFoundException("There is no import of this number.");
    }
    ImportProgress job = imports.progress(Long.parseLong(id));
    return Response.ok(body(job, uri), MediaType.APPLICATION_JSON).build();
  }

  private static byte[] body(ImportProgress job, UriInfo uri) {
    ImportJson writer = new ImportJson(Links.of(uri));
    return JsonText.bytes(json -> writer.write(json, job));
  }

  /** The service refuses others too; here it is told before a large body is read. */
  private void mayImport() {
    if (!caller.reader().is(Role.EDITOR) && !caller.reader().is(Role.ADMINISTRATOR)) {
      throw new RefusedException("Editors and administrators alone import files.");
    }
  }
}
