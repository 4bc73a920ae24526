package org.csoalliance.event.invoice;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.SignedLink;
import org.csoalliance.platform.text.PlainText;

/**
 * The invoices of an event for those who run it, and for its auditors, who change nothing.
 * Everybody else is answered as if there were no such event.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class InvoiceDeskService {
  /** So many are paid at once, at most. */
  public static final int MOST = 1000;

  @Inject private EventAccess access;
  @Inject private InvoiceRepository invoices;
  @Inject private InvoiceBookRepository book;
  @Inject private InvoiceWriter writer;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public InvoiceDeskService() {}

  /** For tests. */
  InvoiceDeskService(
      EventAccess access,
      InvoiceRepository invoices,
      InvoiceBookRepository book,
      InvoiceWriter writer,
      AuditLog audit,
      CallerContext caller) {
    this.access = access;
    this.invoices = invoices;
    this.book = book;
    this.writer = writer;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * A page of the invoices, the newest first: four statements, whatever the rows.
   *
   * @param status null: all
   * @param text looked for in number, name, company and reference; may be empty
   * @param before cursor of an earlier page; null: the first
   * @param limit 1 to 200
   * @throws NotFoundException when there is no such event for the caller
   */
  public InvoicePage page(String slug, InvoiceStatus status, String text, Long before, int limit) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
    SignedLink links = writer.links();
    int most = Math.min(Math.max(limit, 1), 200);
    List<Invoice> found =
        invoices.page(
            event.id(),
            status,
            PlainText.line(text, 100),
            before,
            most + 1,
            writer.today(),
            id -> links.of(InvoiceWriter.LINK, String.valueOf(id)));
    return new InvoicePage(
        event,
        found.stream().limit(most).toList(),
        invoices.sums(event.id(), writer.today()),
        found.size() > most ? found.get(most - 1).id() : null);
  }

  /**
   * One of them.
   *
   * @throws NotFoundException when there is no such invoice of an event of the caller's
   */
  public Invoice one(String slug, long id) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
    return found(event, id);
  }

  /**
   * Those of a registration, for the desk.
   *
   * @return the newest first; none of a registration of another event
   * @throws NotFoundException when there is no such event for the caller
   */
  public List<Invoice> of(String slug, long registrationId) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER, EventDuty.AUDITOR);
    SignedLink links = writer.links();
    return invoices.of(
        event.id(),
        registrationId,
        writer.today(),
        id -> links.of(InvoiceWriter.LINK, String.valueOf(id)));
  }

  /**
   * Records that money came for each of the invoices, or went back for each credit note. What was
   * paid or ended before is passed over.
   *
   * @return how many were recorded
   * @throws NotFoundException when one of them is none of the event's
   * @throws InvalidException with a sentence for {@code day}, {@code how} and {@code note}
   */
  public int pay(String slug, List<Long> ids, Payment given) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    return pay(event, checked(ids), given.checked(writer.today()));
  }

  /**
   * The same for the invoices of registrations; those without one that stands are passed over.
   *
   * @throws InvalidException with a sentence for {@code day}, {@code how} and {@code note}
   */
  public int payFor(String slug, List<Long> registrations, Payment given) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    Payment payment = given.checked(writer.today());
    return pay(event, invoices.standing(event.id(), checked(registrations)), payment);
  }

  private int pay(EventDesk event, List<Long> ids, Payment payment) {
    int paid = 0;
    for (Long id : ids) {
      Invoice invoice = found(event, id);
      if (invoices.pay(event.id(), id, payment, caller.reader().name())) {
        paid++;
        audit.record(caller.reader(), "invoice.paid", "event", event.slug(), invoice.number());
      }
    }
    return paid;
  }

  /**
   * Takes back a payment that was recorded in error.
   *
   * @throws NotFoundException when there is no such invoice of an event of the caller's
   * @throws ConflictException when no payment is recorded, or it was credited since
   */
  public void unpay(String slug, long id) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    Invoice invoice = found(event, id);
    if (!invoices.unpay(event.id(), id)) {
      throw new ConflictException(
          invoice.ended() == null
              ? "No payment is recorded for " + invoice.number() + "."
              : invoice.number() + " was credited. Its payment stands beside the credit note.");
    }
    audit.record(caller.reader(), "invoice.unpaid", "event", event.slug(), invoice.number());
  }

  /**
   * Ends an invoice: one that nobody paid is void, one that was paid gets a credit note over the
   * whole. No other one is issued for the same price. The person reads why.
   *
   * @param reason 5 to 500 characters
   * @throws NotFoundException when there is no such invoice of an event of the caller's
   * @throws ConflictException when it ended before, or is a credit note
   * @throws InvalidException when no reason is given
   */
  public void end(String slug, long id, String reason) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    String words = PlainText.line(reason, 1000);
    if (words.length() < 5 || words.codePointCount(0, words.length()) > 500) {
      throw new InvalidException("reason", "Say why, in 5 to 500 characters. The person reads it.");
    }
    book.lock();
    Invoice invoice = found(event, id);
    if (invoice.credit() || invoice.ended() != null) {
      throw new ConflictException(
          invoice.number()
              + (invoice.credit() ? " is a credit note, which stands." : " has ended before."));
    }
    writer.end(
        invoice,
        event.id(),
        invoice.registered() ? Invoice.Why.WAIVED : Invoice.Why.CANCELLED,
        words,
        caller.reader(),
        true);
  }

  private Invoice found(EventDesk event, long id) {
    return writer
        .find(event.id(), id)
        .orElseThrow(() -> new NotFoundException("There is no such invoice."));
  }

  private static List<Long> checked(List<Long> ids) {
    if (ids.isEmpty()) {
      throw new ConflictException("Choose at least one.");
    }
    if (ids.size() > MOST) {
      throw new ConflictException("Choose at most 1,000 at once.");
    }
    return ids.stream().distinct().toList();
  }
}
