package org.csoalliance.web.attachment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.attachment.Attachment;
import org.csoalliance.incident.attachment.Attachments;
import org.csoalliance.web.incident.IncidentViewBean;

/** The files on the page of an incident. */
@Named("incidentGallery")
@RequestScoped
public class GalleryBean {
  @Inject private IncidentViewBean page;

  /** The files of the incident; null when there is no such incident. */
  public Attachments getFiles() {
    IncidentDetail detail = page.getDetail();
    return detail == null ? null : detail.part(Attachments.class);
  }

  /** The files that belong to an answer of a peer. */
  public List<Attachment> of(long answer) {
    Attachments files = getFiles();
    return files == null
        ? List.of()
        : files.files().stream()
            .filter(file -> file.updateId() != null && file.updateId() == answer)
            .toList();
  }

  /** Whether the part has anything to show or to offer. */
  public boolean isShown() {
    Attachments files = getFiles();
    return files != null && (!files.files().isEmpty() || files.mayAdd());
  }
}
