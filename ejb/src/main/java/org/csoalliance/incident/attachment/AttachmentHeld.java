package org.csoalliance.incident.attachment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;
import org.csoalliance.platform.file.SealedFiles;

/** What the files of incidents hold on a person, and for how long. */
@Dependent
public class AttachmentHeld {
  private static final Duration ORIGINALS_KEPT = Duration.ofDays(5 * 365);
  private static final Duration CLOSED_KEPT = Duration.ofDays(90);

  private AttachmentRepository attachments;
  private SealedFiles files;

  /** For CDI. */
  protected AttachmentHeld() {}

  /** Reads and forgets through the given repository. */
  @Inject
  public AttachmentHeld(AttachmentRepository attachments, SealedFiles files) {
    this.attachments = attachments;
    this.files = files;
  }

  /** Adds the files that a person sent. */
  public void asked(@Observes DataAsked asked) {
    asked.add("incident-files", attachments.held(asked.accountId()));
  }

  /** The originals of an erased person go, since they may tell who took them; the copies stay. */
  public void erased(@Observes AccountErased erased) {
    attachments.forgetNames(erased.accountId());
    forget(null, erased.accountId());
  }

  /** How long files are kept. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "incident-originals",
            "Originals of photos and documents on incidents, sealed for editors",
            "5 years; of an erased person until then",
            "An authority or a court may ask for them. The copies without metadata stay as long as"
                + " the incident.",
            RetentionRule.JOB,
            now -> forget(now.minus(ORIGINALS_KEPT), null)));
    asked.add(
        new RetentionRule(
            "incident-files-closed",
            "That a file on an incident was refused or removed",
            "90 days; its content goes at once",
            "So that the one who sent it reads why.",
            RetentionRule.JOB,
            now -> attachments.forgetClosed(now.minus(CLOSED_KEPT))));
  }

  private int forget(Instant before, Long uploader) {
    int count = 0;
    List<UUID> gone;
    do {
      gone = attachments.forgetOriginals(before, uploader);
      gone.forEach(files::delete);
      count += gone.size();
    } while (!gone.isEmpty());
    return count;
  }
}
