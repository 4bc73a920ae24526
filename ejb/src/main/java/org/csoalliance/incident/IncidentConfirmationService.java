package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Editors judge reports: confirm, dispute, withdraw, or set back to reported. */
@Stateless
@RolesAllowed(EDITOR)
public class IncidentConfirmationService {
  @Inject private IncidentRepository incidents;
  @Inject private IncidentReviewRepository reviews;
  @Inject private AuditLog audit;
  @Inject private Event<Object> events;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public IncidentConfirmationService() {}

  /** For tests. */
  public IncidentConfirmationService(
      IncidentRepository incidents,
      IncidentReviewRepository reviews,
      AuditLog audit,
      Event<Object> events,
      CallerContext caller,
      Clock clock) {
    this.incidents = incidents;
    this.reviews = reviews;
    this.audit = audit;
    this.events = events;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Changes the status, with a reason that members can read. Who reported does not confirm. The
   * same status with another severity changes the category alone.
   *
   * <p>Fires {@link IncidentConfirmed}, {@link IncidentJudged} or {@link IncidentRated} in the same
   * transaction.
   *
   * @param reference of the incident
   * @param to the new status
   * @param severity ReCAAP category 1 to 4; null: not rated when confirming, else as it was
   * @param reason 5 to 2,000 characters
   * @param seenVersion the version the editor has seen; -1: whatever it is now
   * @throws NotFoundException when there is no such incident
   * @throws InvalidException when the reason or the severity cannot be taken
   * @throws RefusedException when the editor reported it
   * @throws ConflictException when it has changed since, stands like that already, or an editor has
   *     to look at it first ({@link IncidentReviewService})
   */
  public void changeStatus(
      String reference, IncidentStatus to, Integer severity, String reason, int seenVersion) {
    String why = checked(to, severity, reason);
    String wanted = reference == null ? "" : TypedText.line(reference).toUpperCase(Locale.ROOT);
    Reader editor = caller.reader();
    Incident incident =
        incidents
            .lock(wanted)
            .orElseThrow(() -> new NotFoundException("There is no incident with this reference."));
    if (editor.accountId() == null || editor.accountId().equals(incident.reporterId())) {
      throw new RefusedException("You reported this incident. Another editor has to judge it.");
    }
    if (incident.mergedInto() != null) {
      throw new ConflictException(
          "This report is an account of another incident. Judge that one, or split this one off"
              + " first.");
    }
    if (seenVersion >= 0 && seenVersion != incident.version()) {
      throw new ConflictException(
          "Another editor has changed this incident since you opened it. Read it again, then"
              + " decide.");
    }
    IncidentStatus from = incident.status();
    Integer rated =
        severity == null && to != IncidentStatus.CONFIRMED ? incident.severity() : severity;
    boolean categoryAlone = from == to && severity != null;
    if (from == to && (!categoryAlone || Objects.equals(rated, incident.severity()))) {
      throw new ConflictException(
          "This incident is " + to.name().toLowerCase(Locale.ROOT) + " already.");
    }
    boolean grave = reviews.open(incident.id()).filter(OpenReview::grave).isPresent();
    if (grave && from != to && to == IncidentStatus.CONFIRMED) {
      throw new ConflictException(
          "This report tells of a death or of a minor. An editor has to look at that and say what"
              + " was checked, before it can be confirmed.");
    }
    Instant now = clock.instant();
    Integer before = incident.severity();
    incident.judge(to, rated, now);
    incidents.add(new IncidentStatusChange(incident, from, why, editor, now));
    if (!grave || to == IncidentStatus.WITHDRAWN) {
      reviews.done(incident.id(), editor, why, now);
    }
    incidents.flush();
    if (from != to) {
      long id = incident.id();
      events.fire(
          to == IncidentStatus.CONFIRMED
              ? new IncidentConfirmed(id)
              : new IncidentJudged(id, from, to));
    } else {
      events.fire(new IncidentRated(incident.id(), before, rated));
    }
    // the reason stays with the incident: an auditor reads who did what, not the report
    audit.record(
        editor,
        from == to ? "incident.rated" : "incident." + to.name().toLowerCase(Locale.ROOT),
        "incident",
        incident.reference(),
        from + " to " + to + ", severity " + (rated == null ? "not rated" : rated));
  }

  /**
   * Says how far source and information are trusted, by the Admiralty code. Both or none: a grade
   * of one alone says little.
   *
   * @param reference of the incident
   * @param reliability A (completely reliable) to F (cannot be judged), or null
   * @param credibility 1 (confirmed by others) to 6 (cannot be judged), or null
   * @throws NotFoundException when there is no such incident
   * @throws InvalidException when one is missing beside the other, or is none
   * @throws RefusedException when the editor reported it
   */
  public void grade(String reference, String reliability, Integer credibility) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (reliability == null ? credibility != null : !reliability.matches("[A-F]")) {
      wrong.put("reliability", "Choose how reliable the source is, from A to F.");
    }
    if (credibility == null ? reliability != null : credibility < 1 || credibility > 6) {
      wrong.put("credibility", "Choose how credible the information is, from 1 to 6.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    String wanted = reference == null ? "" : TypedText.line(reference).toUpperCase(Locale.ROOT);
    Reader editor = caller.reader();
    Incident incident =
        incidents
            .lock(wanted)
            .orElseThrow(() -> new NotFoundException("There is no incident with this reference."));
    if (editor.accountId() == null || editor.accountId().equals(incident.reporterId())) {
      throw new RefusedException("You reported this incident. Another editor has to grade it.");
    }
    incident.grade(reliability, credibility, clock.instant());
    audit.record(
        editor,
        "incident.graded",
        "incident",
        incident.reference(),
        reliability == null ? "not graded" : reliability + credibility);
  }

  private static String checked(IncidentStatus to, Integer severity, String reason) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (to == null) {
      wrong.put("status", "Choose what becomes of the report.");
    }
    if (severity != null && (severity < 1 || severity > 4)) {
      wrong.put("severity", "The category is a number from 1, the gravest, to 4.");
    }
    String why = TypedText.block(reason);
    int length = why.codePointCount(0, why.length());
    if (length < 5) {
      wrong.put("reason", "Give the reason, in at least 5 characters. Members read it.");
    } else if (length > 2000) {
      wrong.put(
          "reason",
          String.format(
              Locale.ENGLISH, "The reason is %,d characters long. Shorten it to 2,000.", length));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return why;
  }
}
