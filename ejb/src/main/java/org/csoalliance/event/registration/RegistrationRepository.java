package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps registrations and their history. Whoever changes them holds the quotas of the event. */
@Dependent
public class RegistrationRepository {
  /** What {@link #row} reads, of a registration {@code r}. */
  static final String COLUMNS =
      "r.id, r.event_id, r.category_id, r.mode, r.account_id, r.by_id, r.company_id, r.name, r.mail,"
          + " r.company, r.state, r.priority, r.joined_at, r.offer_until, r.ticket, r.guest,"
          + " r.together, r.price, r.currency, coalesce(r.offer_until > now(), false) as offered,"
          + " array(select s.quota_id from registration_session s where s.registration_id = r.id"
          + " order by 1) as sessions";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public RegistrationRepository() {}

  /** For tests. */
  public RegistrationRepository(EntityManager em) {
    this.em = em;
  }

  /** What the forms with these keys became, by the key. */
  Map<UUID, Row> bySubmission(List<UUID> keys) {
    Map<UUID, Row> found = new HashMap<>();
    if (!keys.isEmpty()) {
      Rows.list(
          connection(),
          "select r.submission_key, "
              + COLUMNS
              + " from registration r where r.submission_key = any(cast(? as uuid[]))",
          row -> found.put(row.getObject("submission_key", UUID.class), row(row)),
          keys.stream().map(UUID::toString).toList());
    }
    return found;
  }

  /** The registration of this address that counts. */
  Optional<Row> counting(long eventId, String mailKey) {
    return rows(
            "r.event_id = ? and r.mail_key = ? and r.state not in ('CANCELLED', 'DECLINED')",
            eventId,
            mailKey)
        .stream()
        .findFirst();
  }

  /** The registrations of these addresses that count, by the address. */
  Map<String, Row> counting(long eventId, List<String> mailKeys) {
    Map<String, Row> found = new HashMap<>();
    Rows.list(
        connection(),
        "select r.mail_key, "
            + COLUMNS
            + " from registration r where r.event_id = ? and r.mail_key = any(?) and r.state not in"
            + " ('CANCELLED', 'DECLINED')",
        row -> found.put(row.getString("mail_key"), row(row)),
        eventId,
        mailKeys);
    return found;
  }

  /** One registration of an event. */
  Optional<Row> find(long eventId, long id) {
    return rows("r.event_id = ? and r.id = ?", eventId, id).stream().findFirst();
  }

  /** Whether money came for it and an invoice says so: of a category with a price. */
  boolean paid(Row row) {
    return row.price().signum() > 0
        && !Rows.list(
                connection(),
                "select 1 from event_invoice where registration_id = ? and kind = 'INVOICE' and"
                    + " paid_on is not null and ended_at is null",
                found -> found.getInt(1),
                row.id())
            .isEmpty();
  }

  /** The registrations of an event for which money came. */
  Set<Long> paid(long eventId) {
    return Set.copyOf(
        Rows.list(
            connection(),
            "select distinct registration_id from event_invoice where event_id = ? and kind ="
                + " 'INVOICE' and paid_on is not null and ended_at is null",
            row -> row.getLong(1),
            eventId));
  }

  /** All registrations of an event, in the order in which they came. */
  List<Row> all(long eventId) {
    return rows("r.event_id = ? order by r.joined_at, r.id", eventId);
  }

  /**
   * Keeps a new registration.
   *
   * @return its number; empty when this address, or the form, is registered already
   */
  Optional<Long> add(
      long eventId, Person person, Choice choice, Reader by, RegistrationState state, Instant now) {
    Newcomer one = new Newcomer(person, choice, by, state, List.of(), null);
    return new ArrivalRepository(em)
        .add(eventId, List.of(one), now).stream().findFirst().map(Row::id);
  }

  /** Chooses anew; the price is the one of now where the category changes, else stays. */
  void choose(long id, Choice choice, Instant now) {
    Rows.change(
        connection(),
        "update registration r set price = case when r.category_id is distinct from ? then"
            + " coalesce((select c.price from event_category c where c.quota_id = ?), 0) else"
            + " r.price end, currency = case when r.category_id is distinct from ? then"
            + " coalesce((select c.currency from event_category c where c.quota_id = ?), 'EUR')"
            + " else r.currency end, category_id = ?, mode = ?, updated_at = ? where id = ?",
        Arrays.asList(
            choice.category(),
            choice.category() == null ? -1L : choice.category(),
            choice.category(),
            choice.category() == null ? -1L : choice.category(),
            choice.category(),
            choice.mode(),
            now,
            id));
    Rows.change(connection(), "delete from registration_session where registration_id = ?", id);
    new ArrivalRepository(em)
        .sessions(Collections.nCopies(choice.sessions().size(), id), choice.sessions());
  }

  /** Marks somebody who came without a registration. */
  void walkedIn(long id) {
    Rows.change(connection(), "update registration set walk_in = true where id = ?", id);
  }

  /** Moves a registration on; an offer ends with it. */
  void state(long id, RegistrationState state, Instant now) {
    Rows.change(
        connection(),
        "update registration set state = ?, offer_until = null, updated_at = ? where id = ?",
        state,
        now,
        id);
  }

  /** Puts somebody at the end of the line, as one who came now. */
  void join(long id, Instant now) {
    Rows.change(
        connection(),
        "update registration set joined_at = ?, drawn = null, priority = 0 where id = ?",
        now,
        id);
  }

  /** Gives a registration to another person; the ticket of the one before dies. */
  void handOver(long id, Person to, Instant now) {
    Rows.change(
        connection(),
        "update registration set by_id = nullif(by_id, account_id), account_id = ?, company_id = ?, name = ?, mail = ?, mail_key ="
            + " lower(?), company = ?, guest = ?, consent_at = null, ticket ="
            + " gen_random_uuid(), ticket_generation = ticket_generation + 1, ticket_code ="
            + " door_code(), updated_at = ? where id = ?",
        Arrays.asList(
            to.accountId(),
            to.companyId(),
            to.name(),
            to.mail(),
            to.mail(),
            to.company(),
            to.accountId() == null,
            now,
            id));
  }

  /** Writes a step of the history. */
  void note(long id, String what, String reason, Reader by, Instant now) {
    Rows.change(
        connection(),
        "insert into registration_change (registration_id, at, what, reason, actor_id, actor_name)"
            + " values (?, ?, ?, ?, ?, ?)",
        Arrays.asList(id, now, what, reason, by.accountId(), by.name()));
  }

  private List<Row> rows(String condition, Object... values) {
    return rows(connection(), condition, values);
  }

  static List<Row> rows(Connection connection, String condition, Object... values) {
    return Rows.list(
        connection,
        "select " + COLUMNS + " from registration r where " + condition,
        RegistrationRepository::row,
        values);
  }

  static Row row(ResultSet row) throws SQLException {
    List<Long> sessions = new ArrayList<>();
    for (Object number : (Object[]) row.getArray("sessions").getArray()) {
      sessions.add(((Number) number).longValue());
    }
    return new Row(
        row.getLong("id"),
        row.getLong("event_id"),
        row.getObject("category_id", Long.class),
        AttendanceMode.valueOf(row.getString("mode")),
        row.getObject("account_id", Long.class),
        row.getObject("by_id", Long.class),
        row.getObject("company_id", Long.class),
        row.getString("name"),
        row.getString("mail"),
        row.getString("company"),
        RegistrationState.valueOf(row.getString("state")),
        row.getInt("priority"),
        Rows.time(row, "joined_at"),
        Rows.time(row, "offer_until"),
        row.getBoolean("offered"),
        row.getObject("ticket", UUID.class),
        row.getBoolean("guest"),
        row.getObject("together", UUID.class),
        row.getBigDecimal("price"),
        row.getString("currency").strip(),
        sessions);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
