package org.csoalliance.event.invoice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.event.Price;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.mail.OutgoingMail;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.platform.text.PlainText;

/**
 * Issues and ends invoices, in the transaction of the caller, who holds the lock of the book.
 * Whoever pays is told by mail.
 */
@Dependent
public class InvoiceWriter {
  /** The use of the signed links that open invoices. */
  static final String LINK = "event-invoice";

  /** No invoice follows for events that were over so long ago. */
  static final Duration OVER = Duration.ofDays(30);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private InvoiceBookRepository book;
  private InvoiceRepository invoices;
  private MailListRepository lists;
  private Outbox outbox;
  private Settings settings;
  private AuditLog audit;
  private Clock clock;

  /** For CDI. */
  protected InvoiceWriter() {}

  /** Writes with the given parts. */
  @Inject
  public InvoiceWriter(
      InvoiceBookRepository book,
      InvoiceRepository invoices,
      MailListRepository lists,
      Outbox outbox,
      Settings settings,
      AuditLog audit,
      Clock clock) {
    this.book = book;
    this.invoices = invoices;
    this.lists = lists;
    this.outbox = outbox;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  Instant now() {
    return clock.instant();
  }

  Optional<Invoice> find(Long eventId, long id) {
    SignedLink links = lists.links();
    return invoices.find(eventId, id, today(), number -> links.of(LINK, String.valueOf(number)));
  }

  SignedLink links() {
    return lists.links();
  }

  /** The invoice of a registration that has a seat and a price. */
  Invoice issue(InvoiceBookRepository.Due due, InvoiceBookRepository.Payer payer, Reader by) {
    return issue(
        due.registrationId(), due.eventId(), due.name(), payer, subject(due), due.price(), by);
  }

  /** The same invoice once more, to another payer. */
  Invoice again(Invoice old, long eventId, InvoiceBookRepository.Payer payer, Reader by) {
    return issue(old.registrationId(), eventId, old.name(), payer, old.subject(), old.price(), by);
  }

  private Invoice issue(
      long registration,
      long event,
      String name,
      InvoiceBookRepository.Payer payer,
      String subject,
      Price price,
      Reader by) {
    LocalDate today = today();
    String number = book.number(Invoice.Kind.INVOICE, today.getYear());
    long id =
        book.add(
            registration,
            event,
            number,
            clock.instant(),
            today.plusDays(settings.number("alliance.invoice.days", 30, 1, 365)),
            name,
            payer,
            PlainText.column(subject, 600),
            issuer(settings),
            lines(settings.text("alliance.invoice.payment").orElse("")),
            price);
    Invoice made = find(event, id).orElseThrow();
    audit.record(by, "invoice.issued", "event", made.slug(), number);
    tell(
        made,
        "Invoice " + number + ": " + PlainText.line(made.title(), 150),
        "Your registration costs "
            + price.words()
            + ". Invoice "
            + number
            + " is to be paid until "
            + DAY.format(made.dueOn())
            + ".\n\nRead it, take the PDF, or have it issued to another address:\n");
    return made;
  }

  /**
   * Ends an invoice that stands: one that was paid gets a credit note over the whole.
   *
   * @param told whether whoever pays gets a mail
   */
  void end(Invoice invoice, Long event, Invoice.Why why, String reason, Reader by, boolean told) {
    book.end(invoice.id(), why, reason, by.name(), clock.instant());
    boolean paid = invoice.paid() != null;
    String credit = null;
    if (paid) {
      credit = book.number(Invoice.Kind.CREDIT, today().getYear());
      book.credit(invoice.id(), credit, clock.instant(), today());
    }
    audit.record(
        by,
        paid ? "invoice.credited" : "invoice.void",
        "event",
        invoice.slug(),
        invoice.number() + (paid ? " by " + credit : ""));
    if (told) {
      tell(
          find(event, invoice.id()).orElseThrow(),
          (paid ? "Credited: " : "Void: ") + "invoice " + invoice.number(),
          "Invoice "
              + invoice.number()
              + (paid
                  ? " is taken back by credit note " + credit + "."
                  : " is void. Do not pay it.")
              + "\n\nReason: "
              + PlainText.line(reason, 500)
              + "\n\n");
    }
  }

  private void tell(Invoice invoice, String subject, String body) {
    book.recipient(invoice.registrationId())
        .ifPresent(
            to ->
                outbox.queue(
                    List.of(
                        new OutgoingMail(
                            to.mail(),
                            to.accountId(),
                            "EVENT",
                            invoice.slug(),
                            "[CSO Alliance] " + subject,
                            body + settings.baseUrl() + "/invoices/" + invoice.link() + "\n"))));
  }

  static String issuer(Settings settings) {
    return lines(
        settings.text("alliance.invoice.issuer").orElse("CSO Alliance|" + settings.contactMail()));
  }

  /** Lines of a setting, which are parted by {@code |}. */
  private static String lines(String setting) {
    return PlainText.column(setting.replaceAll(" *\\| *", "\n"), 1000);
  }

  private static String subject(InvoiceBookRepository.Due due) {
    ZoneId zone = ZoneId.of(due.zone());
    String first = DAY.format(due.startsAt().atZone(zone));
    String last = DAY.format(due.endsAt().minusNanos(1).atZone(zone));
    return due.title()
        + ", "
        + (first.equals(last) ? first : first + " to " + last)
        + (due.city().isEmpty() ? "" : ", " + due.city())
        + (due.category().isEmpty() ? "" : ". Category: " + due.category());
  }
}
