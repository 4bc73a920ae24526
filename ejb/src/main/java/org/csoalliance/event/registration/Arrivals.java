package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.csoalliance.event.question.AnswerDesk;
import org.csoalliance.event.question.QuestionForm;
import org.csoalliance.platform.audit.AuditLog;

/**
 * Writes down those who were let in, however many, in a handful of statements: registrations,
 * seats, answers, history, mails, and last the entries of the audit log, whose end it holds.
 */
@Dependent
public class Arrivals {
  private SeatRepository seats;
  private ArrivalRepository rows;
  private AnswerDesk answers;
  private RegistrationMails mails;
  private AuditLog audit;

  /** For CDI. */
  protected Arrivals() {}

  /** Writes into the given parts. */
  @Inject
  public Arrivals(
      SeatRepository seats,
      ArrivalRepository rows,
      AnswerDesk answers,
      RegistrationMails mails,
      AuditLog audit) {
    this.seats = seats;
    this.rows = rows;
    this.answers = answers;
    this.mails = mails;
    this.audit = audit;
  }

  /**
   * Writes them down in their order.
   *
   * @return the registrations by {@link Newcomer#key}; without those whose address, or form, was
   *     registered a moment ago
   */
  Map<String, Row> write(
      Room event, List<Newcomer> newcomers, Supplier<QuestionForm> form, Instant now) {
    if (newcomers.isEmpty()) {
      return Map.of();
    }
    Map<String, Row> written = new LinkedHashMap<>();
    rows.add(event.id(), newcomers, now)
        .forEach(row -> written.put(RegistrationEngine.key(row.mail()), row));
    List<Arrival> arrived = new ArrayList<>();
    for (Newcomer one : newcomers) {
      if (written.containsKey(one.key())) {
        arrived.add(new Arrival(written.get(one.key()), one));
      }
    }
    seats.take(arrived);
    for (Arrival one : arrived) {
      if (one.newcomer().answers() != null) {
        answers.keepFirst(
            one.row().id(), form.get(), one.row().category(), one.newcomer().answers());
      }
    }
    rows.note(arrived, now);
    mails.registered(event, arrived);
    audit.record(
        arrived.stream()
            .map(
                one ->
                    new AuditLog.Deed(
                        one.newcomer().by(),
                        "registration." + one.row().state().name().toLowerCase(Locale.ROOT),
                        "event",
                        event.slug(),
                        "" + one.row().id()))
            .toList());
    return written;
  }

  /** Somebody who was written down. */
  record Arrival(Row row, Newcomer newcomer) {}
}
