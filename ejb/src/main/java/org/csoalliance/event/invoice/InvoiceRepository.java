package org.csoalliance.event.invoice;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.csoalliance.event.Price;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.sql.Rows;

/** Reads invoices, and records payments. */
@Dependent
public class InvoiceRepository {
  private static final String COLUMNS =
      "select i.*, e.slug, e.title, c.number as credits_number, r.state not in ('CANCELLED',"
          + " 'DECLINED') as registered from event_invoice i join event e on e.id = i.event_id join"
          + " registration r on r.id = i.registration_id left join event_invoice c on c.id ="
          + " i.credits_id where ";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public InvoiceRepository() {}

  /** For tests. */
  public InvoiceRepository(EntityManager em) {
    this.em = em;
  }

  /** Records a payment where none is and the invoice stands. */
  boolean pay(long eventId, long id, Payment payment, String by) {
    return Rows.change(
            connection(),
            "update event_invoice set paid_on = ?, paid_how = ?, paid_note = ?, paid_by = ? where"
                + " event_id = ? and id = ? and ended_at is null and paid_on is null",
            payment.on(),
            payment.how(),
            payment.note(),
            by,
            eventId,
            id)
        == 1;
  }

  /** Takes a payment back that was recorded in error. */
  boolean unpay(long eventId, long id) {
    return Rows.change(
            connection(),
            "update event_invoice set paid_on = null, paid_how = '', paid_note = '', paid_by = ''"
                + " where event_id = ? and id = ? and ended_at is null and paid_on is not null",
            eventId,
            id)
        == 1;
  }

  /** The invoice, if its row is one of the event's; null event: whatever event. */
  Optional<Invoice> find(Long eventId, long id, LocalDate today, Function<Long, String> links) {
    return Rows.first(
        connection(),
        COLUMNS + "i.id = ? and i.event_id = coalesce(?, i.event_id)",
        Arrays.asList(id, eventId),
        row -> invoice(row, today, links));
  }

  /** Those of a registration of the account's, made by the account, or with the ticket. */
  List<Invoice> of(
      long registrationId,
      Long account,
      UUID ticket,
      LocalDate today,
      Function<Long, String> links) {
    return Rows.list(
        connection(),
        COLUMNS
            + "i.registration_id = ? and (? in (r.account_id, r.by_id) or r.ticket = ?)"
            + " order by i.id desc",
        Arrays.asList(registrationId, account == null ? -1L : account, ticket),
        row -> invoice(row, today, links));
  }

  /** Those of a registration of the event. */
  List<Invoice> of(
      long eventId, long registrationId, LocalDate today, Function<Long, String> links) {
    return Rows.list(
        connection(),
        COLUMNS + "i.registration_id = ? and i.event_id = ? order by i.id desc",
        List.of(registrationId, eventId),
        row -> invoice(row, today, links));
  }

  /** The numbers of the invoices that stand, of these registrations of the event. */
  List<Long> standing(long eventId, List<Long> registrations) {
    return Rows.list(
        connection(),
        "select id from event_invoice where event_id = ? and kind = 'INVOICE' and ended_at is null"
            + " and cast(registration_id as text) = any (?) order by id",
        List.of(eventId, registrations.stream().map(String::valueOf).toList()),
        row -> row.getLong(1));
  }

  /** A page of the event's, the newest first, behind the given one (null: from the first). */
  List<Invoice> page(
      long eventId,
      InvoiceStatus status,
      String text,
      Long before,
      int most,
      LocalDate today,
      Function<Long, String> links) {
    StringBuilder sql = new StringBuilder(COLUMNS).append("i.event_id = ?");
    List<Object> values = new ArrayList<>(List.of(eventId));
    if (status != null) {
      sql.append(" and ").append(status.condition());
      if (status == InvoiceStatus.OVERDUE) {
        values.add(today);
      }
    }
    if (!text.isEmpty()) {
      sql.append(" and concat_ws(' ', i.number, i.name, i.company, i.reference) ilike ?");
      values.add(Rows.anywhere(text));
    }
    if (before != null) {
      sql.append(" and i.id < ?");
      values.add(before);
    }
    values.add(most);
    return Rows.list(
        connection(),
        sql.append(" order by i.id desc limit ?").toString(),
        values,
        row -> invoice(row, today, links));
  }

  /** How many and how much, by status and currency. */
  List<InvoicePage.Sum> sums(long eventId, LocalDate today) {
    List<InvoicePage.Sum> sums = new ArrayList<>();
    StringBuilder sql = new StringBuilder("select i.currency");
    List<Object> values = new ArrayList<>();
    for (InvoiceStatus status : InvoiceStatus.values()) {
      sql.append(", count(*) filter (where ").append(status.condition()).append(") as n_");
      sql.append(status).append(", sum(i.amount) filter (where ").append(status.condition());
      sql.append(") as a_").append(status);
      if (status == InvoiceStatus.OVERDUE) {
        values.add(today);
        values.add(today);
      }
    }
    values.add(eventId);
    Rows.list(
        connection(),
        sql.append(" from event_invoice i where i.event_id = ? group by 1 order by 1").toString(),
        values,
        row -> {
          for (InvoiceStatus status : InvoiceStatus.values()) {
            int count = row.getInt("n_" + status);
            if (count > 0) {
              BigDecimal amount = row.getBigDecimal("a_" + status);
              sums.add(
                  new InvoicePage.Sum(
                      status, count, new Price(amount, row.getString("currency").strip())));
            }
          }
          return null;
        });
    return sums;
  }

  /**
   * What an organiser is warned of.
   *
   * @param priced categories that cost something
   * @param toEnd paid invoices whose registration was cancelled, or whose whole event
   */
  record Worries(int priced, int overdue, int toEnd, int toRefund) {}

  Worries worries(long eventId, LocalDate today) {
    return Rows.first(
            connection(),
            "select (select count(*) from event_category c join event_quota q on q.id = c.quota_id"
                + " where q.event_id = ? and c.price > 0) as priced, count(*) filter (where "
                + InvoiceStatus.OVERDUE.condition()
                + ") as overdue, count(*) filter (where "
                + InvoiceStatus.PAID.condition()
                + " and (r.state in ('CANCELLED', 'DECLINED') or e.status = 'CANCELLED')) as to_end, count(*) filter (where "
                + InvoiceStatus.TO_REFUND.condition()
                + ") as to_refund from event_invoice i join registration r on r.id ="
                + " i.registration_id join event e on e.id = i.event_id where i.event_id = ?",
            List.of(eventId, today, eventId),
            row ->
                new Worries(
                    row.getInt("priced"),
                    row.getInt("overdue"),
                    row.getInt("to_end"),
                    row.getInt("to_refund")))
        .orElseThrow();
  }

  List<Map<String, Object>> held(long account) {
    return DataRepository.held(
        connection(),
        "select e.slug, i.number, i.issued_at, i.due_on, i.name, i.company, i.address, i.reference,"
            + " i.subject, i.amount, i.currency, i.paid_on, i.ended_reason from event_invoice i join"
            + " event e on e.id = i.event_id join registration r on r.id = i.registration_id where"
            + " r.account_id = ? order by i.id",
        List.of(account));
  }

  /** Deletes what was issued before, credit notes first. */
  int forget(Instant before) {
    int notes =
        Rows.change(
            connection(),
            "delete from event_invoice i where i.issued_at < ? and i.kind = 'CREDIT'",
            before);
    return notes
        + Rows.change(
            connection(),
            "delete from event_invoice i where i.issued_at < ? and not exists (select 1 from"
                + " event_invoice c where c.credits_id = i.id)",
            before);
  }

  private static Invoice invoice(ResultSet row, LocalDate today, Function<Long, String> links)
      throws SQLException {
    Invoice.Kind kind = Invoice.Kind.valueOf(row.getString("kind"));
    LocalDate paidOn = Rows.day(row, "paid_on");
    Invoice.Paid paid =
        paidOn == null
            ? null
            : new Invoice.Paid(
                paidOn,
                row.getString("paid_how"),
                row.getString("paid_note"),
                row.getString("paid_by"));
    Instant endedAt = Rows.time(row, "ended_at");
    Invoice.Ended ended =
        endedAt == null
            ? null
            : new Invoice.Ended(
                endedAt,
                Invoice.Why.valueOf(row.getString("ended_because")),
                row.getString("ended_reason"),
                row.getString("ended_by"));
    LocalDate dueOn = Rows.day(row, "due_on");
    return new Invoice(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("title"),
        row.getLong("registration_id"),
        kind,
        links.apply(row.getLong("id")),
        row.getString("number"),
        Rows.time(row, "issued_at"),
        dueOn,
        row.getString("name"),
        row.getString("company"),
        row.getString("address"),
        row.getString("reference"),
        row.getString("subject"),
        row.getString("issuer"),
        row.getString("payment"),
        new Price(row.getBigDecimal("amount"), row.getString("currency").strip()),
        row.getString("credits_number"),
        paid,
        ended,
        InvoiceStatus.of(kind, paid, ended, dueOn, today),
        row.getBoolean("registered"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
