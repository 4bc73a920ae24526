package org.csoalliance.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.csoalliance.incident.attachment.AttachmentContent;
import org.csoalliance.incident.attachment.AttachmentContent.Which;
import org.csoalliance.incident.attachment.AttachmentDownloadService;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Download;

/** Hands out a file of an incident: {@code /incidents/{reference}/files/{id}/{which}}. */
@Named("incidentFile")
@RequestScoped
public class FileBean {
  private static final Map<String, Which> WHICH =
      Map.of("small", Which.THUMBNAIL, "copy", Which.COPY, "original", Which.ORIGINAL);

  @Inject private AttachmentDownloadService service;

  /** Answers with the file; one that may not be seen as one that does not exist. */
  public void send() {
    FacesContext context = FacesContext.getCurrentInstance();
    String id = Asked.parameter("id");
    Which which = WHICH.get(String.valueOf(Asked.parameter("which")));
    if (id == null || !id.matches("[0-9]{1,18}") || which == null) {
      Answers.notFound(context);
      return;
    }
    try {
      AttachmentContent file =
          service.open(Asked.parameter("reference"), Long.parseLong(id), which);
      Download.send(
          context,
          file.fileName(),
          file.mediaType(),
          file.content(),
          file.painted(),
          file.everybody() ? file.etag() : null);
    } catch (NotFoundException none) {
      Answers.notFound(context);
    }
  }
}
