package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/** What people who register are told by mail, in the transaction of the change. */
@Dependent
public class RegistrationMails {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private Outbox outbox;
  private Settings settings;

  /** For CDI. */
  protected RegistrationMails() {}

  /** Writes into the given outbox. */
  @Inject
  public RegistrationMails(Outbox outbox, Settings settings) {
    this.outbox = outbox;
    this.settings = settings;
  }

  /** A seat was taken, or a place in the line, or the request waits for an answer. */
  void registered(RegistrationRepository.Room event, RegistrationRepository.Row row) {
    String title = PlainText.line(event.title(), 150);
    String body =
        switch (row.state()) {
          case ACCEPTED, CONFIRMED ->
              "You have a seat at "
                  + title
                  + ", "
                  + starts(event)
                  + ".\n\n"
                  + "Your ticket, and how to give the seat back if you cannot come:\n"
                  + page(event);
          case WAITLISTED ->
              title
                  + " is full at present. You are on the waiting list.\n\n"
                  + "As soon as a seat comes free, the next in the line gets an offer by mail."
                  + " Where you stand:\n"
                  + page(event);
          case VETTING, REQUESTED ->
              "Your request for "
                  + title
                  + " has come in. An organiser decides, and you get the"
                  + " answer by mail.\n\nWhere it stands:\n"
                  + page(event);
          default -> title + ": " + row.state().words() + ".\n\n" + page(event);
        };
    queue(event, row, row.state().words() + ": " + title, body);
  }

  /** A seat came free. */
  void offered(RegistrationRepository.Room event, RegistrationRepository.Row row, Instant until) {
    String title = PlainText.line(event.title(), 150);
    queue(
        event,
        row,
        "A seat for you: " + title,
        "A seat at "
            + title
            + ", "
            + starts(event)
            + ", is held for you until "
            + time(until, event)
            + ".\n\nTake it or leave it here. If you do nothing, it goes to"
            + " the next in the line then:\n"
            + page(event));
  }

  /** An offer ended without an answer. */
  void expired(RegistrationRepository.Room event, RegistrationRepository.Row row) {
    String title = PlainText.line(event.title(), 150);
    queue(
        event,
        row,
        "The seat went on: " + title,
        "The seat at "
            + title
            + " that was held for you went to the next in the line, since there was no answer. You"
            + " are no longer on the waiting list. Register again if you still want to come.\n\n"
            + page(event));
  }

  /** The decision of an organiser, or the end of a registration. */
  void decided(
      RegistrationRepository.Room event,
      RegistrationRepository.Row row,
      RegistrationState to,
      String reason) {
    String title = PlainText.line(event.title(), 150);
    queue(
        event,
        row,
        to.words() + ": " + title,
        title
            + ", "
            + starts(event)
            + ": "
            + to.words().toLowerCase(Locale.ROOT)
            + "."
            + (reason.isEmpty() ? "" : "\n\nReason: " + PlainText.line(reason, 500))
            + "\n\n"
            + page(event));
  }

  private void queue(
      RegistrationRepository.Room event,
      RegistrationRepository.Row row,
      String subject,
      String body) {
    outbox.queue(
        List.of(
            new OutgoingMail(
                row.mail(),
                row.accountId(),
                "EVENT",
                event.slug(),
                "[CSO Alliance] " + subject,
                body + "\n")));
  }

  private String page(RegistrationRepository.Room event) {
    return settings.baseUrl() + "/events/" + event.slug();
  }

  private static String starts(RegistrationRepository.Room event) {
    return time(event.startsAt(), event);
  }

  private static String time(Instant at, RegistrationRepository.Room event) {
    return MINUTE.format(at.atZone(ZoneId.of(event.zone()))) + " (" + event.zone() + ")";
  }
}
