package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.FormKind;
import org.csoalliance.event.question.GivenAnswer;
import org.csoalliance.event.question.GivenAnswers;
import org.csoalliance.event.question.QuestionForm;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.security.Reader;

/** Answers of a registration that there is. Whoever calls has settled whose it is. */
@Dependent
public class AnswerSheet {
  private AnswerDesk answers;
  private SeatRepository seats;
  private RegistrationRepository rows;
  private AuditLog audit;
  private Clock clock;

  /** For CDI. */
  protected AnswerSheet() {}

  /** Works with the given parts. */
  @Inject
  public AnswerSheet(
      AnswerDesk answers,
      SeatRepository seats,
      RegistrationRepository rows,
      AuditLog audit,
      Clock clock) {
    this.answers = answers;
    this.seats = seats;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  AnswerForm form(Room event, Row row, FormKind kind) {
    Map<String, String> standing = new LinkedHashMap<>();
    for (GivenAnswer one : answers.answers(event.id(), row.id())) {
      standing.put(one.key(), one.answer());
    }
    return new AnswerForm(
        EventHead.of(event),
        kind,
        answers.form(event.id(), kind).of(row.category()),
        standing,
        open(event, row, kind));
  }

  /**
   * Keeps the answers; where changes are approved, an accepted person asks anew and keeps the seat.
   */
  void keep(Room event, long id, FormKind kind, GivenAnswers given, Reader by) {
    seats.lockQuotas(event.id());
    Row row = rows.find(event.id(), id).orElseThrow();
    if (!open(event, row, kind)) {
      throw new ConflictException(
          "Answers are not taken any more. Ask the organiser if something has changed.");
    }
    QuestionForm form = answers.form(event.id(), kind);
    boolean before =
        answers.answers(event.id(), id).stream().anyMatch(one -> one.kind() == kind && !one.file());
    answers.keep(id, form, row.category(), given);
    rows.note(id, "ANSWERED", "", by, clock.instant());
    boolean again =
        kind == FormKind.REGISTRATION
            && before
            && event.rules().approveChanges()
            && (row.state() == RegistrationState.ACCEPTED
                || row.state() == RegistrationState.CONFIRMED);
    if (again) {
      rows.state(id, RegistrationState.REQUESTED, clock.instant());
      rows.note(
          id,
          RegistrationState.REQUESTED.name(),
          "Answers changed after approval.",
          by,
          clock.instant());
    }
    audit.record(by, "registration.answered", "event", event.slug(), "" + id);
  }

  /** The second form is for those with a seat; both close when the event begins. */
  private boolean open(Room event, Row row, FormKind kind) {
    return row.state().counts()
        && clock.instant().isBefore(event.startsAt())
        && (kind == FormKind.REGISTRATION || row.state().seat());
  }
}
