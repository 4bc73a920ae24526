package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * An editor looks at what a report tells of a death or a minor, or at a version that came later.
 */
@Stateless
@RolesAllowed(EDITOR)
public class IncidentReviewService {
  @Inject private IncidentRepository incidents;
  @Inject private IncidentReviewRepository reviews;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public IncidentReviewService() {}

  /** For tests. */
  public IncidentReviewService(
      IncidentRepository incidents,
      IncidentReviewRepository reviews,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.incidents = incidents;
    this.reviews = reviews;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Notes that the caller has looked at what waits for a look.
   *
   * @param version the one that was seen
   * @param note what was checked, 5 to 2,000 characters, for editors
   * @throws NotFoundException when there is no such incident
   * @throws InvalidException when the note cannot be taken
   * @throws RefusedException when the caller reported it, or wrote that version
   * @throws ConflictException when nothing waits, or a newer version has come
   */
  public void reviewed(String reference, int version, String note) {
    String checked = TypedText.block(note);
    int length = checked.codePointCount(0, checked.length());
    if (length < 5 || length > 2000) {
      throw new InvalidException("note", "Say what you checked, in 5 to 2,000 characters.");
    }
    Reader editor = caller.reader();
    String wanted = reference == null ? "" : TypedText.line(reference).toUpperCase(Locale.ROOT);
    Incident incident =
        incidents
            .lock(wanted)
            .orElseThrow(() -> new NotFoundException("There is no incident with this reference."));
    OpenReview open =
        reviews
            .open(incident.id())
            .orElseThrow(() -> new ConflictException("No look at this report is asked for now."));
    if (editor.accountId() == null
        || editor.accountId().equals(incident.reporterId())
        || editor.accountId().equals(open.author())) {
      throw new RefusedException("You wrote this. Another editor has to look at it.");
    }
    if (open.version() != version) {
      throw new ConflictException(
          "Version " + open.version() + " has come since you opened the page. Read it first.");
    }
    reviews.done(incident.id(), editor, checked, clock.instant());
    // what it tells of stays with the incident: an auditor reads no reports
    audit.record(
        editor, "incident.reviewed", "incident", incident.reference(), "version " + version);
  }
}
