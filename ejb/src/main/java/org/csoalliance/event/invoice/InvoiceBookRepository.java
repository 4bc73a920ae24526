package org.csoalliance.event.invoice;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.event.Price;
import org.csoalliance.platform.sql.Rows;

/** Writes the book of invoices: what is due, the numbers, and what is issued and ended. */
@Dependent
public class InvoiceBookRepository {
  private static final long LOCK = 0x0A11_1A9C_E000_5000L;
  private static final String SEAT = "('ACCEPTED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW')";

  /** Nobody comes for it: given back, refused, or the whole event was called off. */
  private static final String LOST =
      "(r.state in ('CANCELLED', 'DECLINED') or e.status = 'CANCELLED')";

  private static final String HELD = "(r.state in " + SEAT + " and e.status <> 'CANCELLED')";

  /** What follows from a registration and its open invoice; one value: not over before. */
  private static final String DUE =
      " from registration r join event e on e.id = r.event_id left join event_quota q on q.id ="
          + " r.category_id left join event_invoice i on i.registration_id = r.id and i.kind ="
          + " 'INVOICE' and i.ended_at is null where (r.price > 0 or i.id is not null) and ((i.id is"
          + " null and r.mail <> '' and "
          + HELD
          + " and e.ends_at > ? and not exists (select 1 from event_invoice w where"
          + " w.registration_id = r.id and w.ended_because = 'WAIVED' and w.amount = r.price and"
          + " w.currency = r.currency and w.id = (select max(m.id) from event_invoice m where"
          + " m.registration_id = r.id and m.kind = 'INVOICE'))) or ("
          + LOST
          + " and i.paid_on is null and i.id is not null) or (i.id is not null and "
          + HELD
          + " and (r.price, r.currency) is distinct from (i.amount, i.currency)))";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public InvoiceBookRepository() {}

  /** For tests. */
  public InvoiceBookRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * A registration whose invoice is to be issued or ended.
   *
   * @param off whether the whole event was called off
   * @param open the invoice that stands; null: none
   */
  record Due(
      long registrationId,
      long eventId,
      String slug,
      String title,
      Instant startsAt,
      Instant endsAt,
      String zone,
      String city,
      String category,
      String name,
      String mail,
      String company,
      Long accountId,
      boolean seat,
      boolean off,
      Price price,
      Long open) {}

  /** To whom an invoice goes, beside the name. */
  record Payer(String company, String address, String reference) {}

  /** Who is told of it. */
  record Recipient(String mail, Long accountId) {}

  /** Lets one issue or end invoices at a time, so that numbers follow each other. */
  void lock() {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?) as text)",
        List.of(LOCK),
        row -> row.getString(1));
  }

  /** Registrations with something due, the oldest first. */
  List<Long> due(Instant notOverBefore, int most) {
    return Rows.list(
        connection(),
        "select r.id" + DUE + " order by r.id limit ?",
        List.of(notOverBefore, most),
        row -> row.getLong(1));
  }

  /** The same of one, as it is now. */
  Optional<Due> due(long registrationId, Instant notOverBefore) {
    return Rows.first(
        connection(),
        "select r.*, e.slug, e.title, e.starts_at, e.ends_at, e.zone, e.city, coalesce(q.name, '')"
            + " as category, "
            + HELD
            + " as seat, e.status = 'CANCELLED' as off, i.id as open_id"
            + DUE
            + " and r.id = ?",
        List.of(notOverBefore, registrationId),
        row ->
            new Due(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getString("slug"),
                row.getString("title"),
                Rows.time(row, "starts_at"),
                Rows.time(row, "ends_at"),
                row.getString("zone"),
                row.getString("city"),
                row.getString("category"),
                row.getString("name"),
                row.getString("mail"),
                row.getString("company"),
                row.getObject("account_id", Long.class),
                row.getBoolean("seat"),
                row.getBoolean("off"),
                new Price(row.getBigDecimal("price"), row.getString("currency").strip()),
                row.getObject("open_id", Long.class)));
  }

  /** The next number of the kind and year; it goes back where the transaction fails. */
  String number(Invoice.Kind kind, int year) {
    return Rows.first(
            connection(),
            "insert into invoice_number (kind, year, last) values (?, ?, 1) on conflict (kind, year)"
                + " do update set last = invoice_number.last + 1 returning last",
            List.of(kind, year),
            row -> kind.number(year, row.getInt(1)))
        .orElseThrow();
  }

  /** Keeps a new invoice; its number among the rows. */
  long add(
      long registrationId,
      long eventId,
      String number,
      Instant issuedAt,
      LocalDate dueOn,
      String name,
      Payer payer,
      String subject,
      String issuer,
      String payment,
      Price price) {
    return Rows.first(
            connection(),
            "insert into event_invoice (registration_id, event_id, kind, number, issued_at, due_on,"
                + " name, company, address, reference, subject, issuer, payment, amount, currency)"
                + " values (?, ?, 'INVOICE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            Arrays.asList(
                registrationId,
                eventId,
                number,
                issuedAt,
                dueOn,
                name,
                payer.company(),
                payer.address(),
                payer.reference(),
                subject,
                issuer,
                payment,
                price.amount(),
                price.currency()),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Keeps a credit note over the whole of an invoice. */
  long credit(long invoiceId, String number, Instant issuedAt, LocalDate on) {
    return Rows.first(
            connection(),
            "insert into event_invoice (registration_id, event_id, kind, credits_id, number,"
                + " issued_at, due_on, name, company, address, reference, subject, issuer, amount,"
                + " currency) select registration_id, event_id, 'CREDIT', id, ?, ?, ?, name,"
                + " company, address, reference, subject, issuer, amount, currency from"
                + " event_invoice where id = ? returning id",
            List.of(number, issuedAt, on, invoiceId),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** Ends an invoice that stands. */
  boolean end(long id, Invoice.Why why, String reason, String by, Instant now) {
    return Rows.change(
            connection(),
            "update event_invoice set ended_at = ?, ended_because = ?, ended_reason = ?, ended_by ="
                + " ? where id = ? and kind = 'INVOICE' and ended_at is null",
            now,
            why,
            reason,
            by,
            id)
        == 1;
  }

  /** Where mails about the registration go; empty when the person's time is over. */
  Optional<Recipient> recipient(long registrationId) {
    return Rows.first(
        connection(),
        "select mail, account_id from registration where id = ? and mail <> ''",
        List.of(registrationId),
        row -> new Recipient(row.getString("mail"), row.getObject("account_id", Long.class)));
  }

  /** The event of an invoice. */
  long event(long id) {
    return Rows.first(
            connection(),
            "select event_id from event_invoice where id = ?",
            List.of(id),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** How often an invoice of the registration was issued to another address. */
  int readdressed(long registrationId) {
    return Rows.first(
            connection(),
            "select count(*) from event_invoice where registration_id = ? and ended_because ="
                + " 'ADDRESS'",
            List.of(registrationId),
            row -> row.getInt(1))
        .orElseThrow();
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
