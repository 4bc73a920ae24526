package org.csoalliance.incident.attachment;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.security.Reader;

/**
 * The steps of scanning, each in a transaction of its own, so that none is held while the scanner
 * looks. Called by the {@link AttachmentScanRunner} alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class AttachmentScans {
  private static final int AT_ONCE = 5;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  @Inject private AttachmentRepository attachments;
  @Inject private SealedFiles files;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public AttachmentScans() {}

  /** For tests. */
  AttachmentScans(
      AttachmentRepository attachments, SealedFiles files, AuditLog audit, Clock clock) {
    this.attachments = attachments;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes up files that are due; they are this runner's for five minutes. */
  public List<AttachmentRepository.Waiting> claim() {
    Instant now = clock.instant();
    return attachments.claim(AT_ONCE, now, now.plus(LEASE));
  }

  /** The content of a file that was claimed. */
  public byte[] content(AttachmentRepository.Waiting file) {
    return files.open(file.original());
  }

  /** The scanner found nothing. */
  public void clean(AttachmentRepository.Waiting file) {
    attachments.clean(file.id(), clock.instant());
  }

  /** The scanner found something: the content is deleted, and the file says what. */
  public void infected(AttachmentRepository.Waiting file, String what) {
    attachments
        .close(file.id(), AttachmentState.REFUSED, what, clock.instant())
        .forEach(files::delete);
    audit.record(
        Reader.SYSTEM,
        "attachment.refused",
        "incident",
        file.reference(),
        "file " + file.id() + ": " + what);
  }

  /** The scanner did not answer: again after 10 seconds, doubled each time, 10 minutes at most. */
  public void later(AttachmentRepository.Waiting file) {
    Duration wait = Duration.ofSeconds(10L << Math.min(Math.max(file.attempts(), 1) - 1, 10));
    attachments.later(
        file.id(), clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
  }
}
