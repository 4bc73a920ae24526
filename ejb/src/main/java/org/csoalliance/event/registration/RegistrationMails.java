package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/** What people who register are told by mail, in the transaction of the change. */
@Dependent
public class RegistrationMails {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  /** For whoever paid for what does not come about. */
  static final String PAID =
      "\n\nYou have paid for it. Whether the money goes back, the organiser decides; if it does, you"
          + " get a credit note by mail.";

  private Outbox outbox;
  private Settings settings;
  private MailListRepository lists;

  /** For CDI. */
  protected RegistrationMails() {}

  /** Writes into the given outbox. */
  @Inject
  public RegistrationMails(Outbox outbox, Settings settings, MailListRepository lists) {
    this.outbox = outbox;
    this.settings = settings;
    this.lists = lists;
  }

  /** A seat was taken, or a place in the line, or the request waits for an answer. */
  void registered(Room event, Row row, Reader by) {
    outbox.queue(List.of(mail(event, row, by)));
  }

  /** The same for many. */
  void registered(Room event, List<Arrivals.Arrival> arrived) {
    outbox.queue(arrived.stream().map(one -> mail(event, one.row(), one.newcomer().by())).toList());
  }

  private OutgoingMail mail(Room event, Row row, Reader by) {
    boolean another = by.signedIn() && !by.accountId().equals(row.accountId());
    return mail(
        event,
        row,
        another ? PlainText.line(by.name(), 200) + " registered you for this event." : "");
  }

  /** The same for somebody to whom it was handed over. */
  void takenOver(Room event, Row row, String from) {
    outbox.queue(
        List.of(
            mail(
                event,
                row,
                PlainText.line(from, 200) + " handed a place at this event over to you.")));
  }

  /** Who did not register by themselves reads here what is kept, since no form told them. */
  private OutgoingMail mail(Room event, Row row, String byAnother) {
    String title = PlainText.line(event.title(), 150);
    String body =
        switch (row.state()) {
          case ACCEPTED, CONFIRMED ->
              "You have a seat at "
                  + title
                  + ", "
                  + starts(event)
                  + ".\n\n"
                  + "Your ticket, and how to give the seat back if you cannot come:\n";
          case WAITLISTED ->
              (event.rules().drawPending()
                      ? "Seats at "
                          + title
                          + " are drawn by lot on "
                          + time(event.rules().drawAt(), event)
                          + ". You are in the draw, and get the result by mail."
                      : title
                          + " is full at present. You are on the waiting list.\n\n"
                          + "As soon as a seat comes free, the next in the line gets an offer by"
                          + " mail.")
                  + " Where you stand:\n";
          case VETTING, REQUESTED ->
              "Your request for "
                  + title
                  + " has come in. An organiser decides, and you get the"
                  + " answer by mail.\n\nWhere it stands:\n";
          default -> title + ": " + row.state().words() + ".\n\n";
        };
    return mail(
        event,
        row,
        row.state().words() + ": " + title,
        byAnother.isEmpty()
            ? body + page(event, row)
            : byAnother
                + "\n\n"
                + body
                + page(event, row)
                + "\n\nThe organiser sees your name, company and what you answer there, and deletes"
                + " it after the event. If you do not want to come, cancel there: nobody asks why.");
  }

  /** A seat came free. */
  void offered(Room event, Row row, Instant until) {
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
            + page(event, row));
  }

  /** An offer ended without an answer. */
  void expired(Room event, Row row) {
    String title = PlainText.line(event.title(), 150);
    queue(
        event,
        row,
        "The seat went on: " + title,
        "The seat at "
            + title
            + " that was held for you went to the next in the line, since there was no answer. You"
            + " are no longer on the waiting list. Register again if you still want to come.\n\n"
            + settings.baseUrl()
            + "/events/"
            + event.slug());
  }

  /**
   * The decision of an organiser, or the end of a registration.
   *
   * @param paid whether money came for it, of which the mail then says what becomes of it
   */
  void decided(Room event, Row row, RegistrationState to, String reason, boolean paid) {
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
            + (paid ? PAID : "")
            + "\n\n"
            + page(event, row));
  }

  /** Somebody else comes in this person's place. */
  void handedOver(Room event, Row from, String to) {
    String title = PlainText.line(event.title(), 150);
    queue(
        event,
        from,
        "Handed over: " + title,
        PlainText.line(to, 200)
            + " comes to "
            + title
            + " in your place. Your ticket opens nothing any more.\n\n"
            + settings.baseUrl()
            + "/events/"
            + event.slug());
  }

  /** Opens the form for a guest, or tells somebody with an account to sign in. */
  void link(Room event, String mail, Long accountId, String address) {
    String title = PlainText.line(event.title(), 150);
    String body =
        accountId == null
            ? "Somebody, most likely you, wants to register for "
                + title
                + ", "
                + starts(event)
                + ", with this address.\n\nOpen this within 48 hours to go on. Nothing is registered"
                + " before you have sent the form behind it:\n"
                + address
                + "\n\nIf that was not you, do nothing."
            : "Somebody, most likely you, wants to register for "
                + title
                + ", "
                + starts(event)
                + ", as a guest with this address. You have an account: sign in and register"
                + " there.\n\n"
                + address
                + "\n\nIf that was not you, do nothing.";
    outbox.queue(
        List.of(
            new OutgoingMail(
                mail,
                accountId,
                "EVENT",
                event.slug(),
                "[CSO Alliance] Register: " + title,
                body + "\n")));
  }

  private void queue(Room event, Row row, String subject, String body) {
    outbox.queue(List.of(mail(event, row, subject, body)));
  }

  private static OutgoingMail mail(Room event, Row row, String subject, String body) {
    return new OutgoingMail(
        row.mail(),
        row.accountId(),
        "EVENT",
        event.slug(),
        "[CSO Alliance] " + subject,
        body + "\n");
  }

  /** The page of the registration; who has no account gets a signed link that opens it. */
  private String page(Room event, Row row) {
    String page = settings.baseUrl() + "/events/" + event.slug() + "/registrations/" + row.id();
    return row.accountId() == null ? page + "?t=" + GuestLinks.manage(lists.links(), row) : page;
  }

  private static String starts(Room event) {
    return time(event.startsAt(), event);
  }

  static String time(Instant at, Room event) {
    return MINUTE.format(at.atZone(ZoneId.of(event.zone()))) + " (" + event.zone() + ")";
  }
}
