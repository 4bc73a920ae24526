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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps registrations and their seats. Whoever changes them holds the quotas of the event. */
@Dependent
public class RegistrationRepository {
  private static final String COLUMNS =
      "r.id, r.event_id, r.category_id, r.mode, r.account_id, r.by_id, r.company_id, r.name, r.mail,"
          + " r.company, r.state, r.priority, r.joined_at, r.offer_until, r.ticket,"
          + " coalesce(r.offer_until > now(), false) as offered,"
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

  /** What a registration needs to know of its event. */
  record Room(
      long id,
      String slug,
      String title,
      EventStatus status,
      EventAudience audience,
      AttendanceMode mode,
      boolean approval,
      Integer companyCap,
      Instant startsAt,
      Instant closesAt,
      Instant cancelUntil,
      int offerHours,
      Set<Long> organisers,
      String zone) {}

  /**
   * A registration as it is kept.
   *
   * @param offered whether an offer still holds, by the clock of the database
   */
  record Row(
      long id,
      long eventId,
      Long category,
      AttendanceMode mode,
      Long accountId,
      Long byId,
      Long companyId,
      String name,
      String mail,
      String company,
      RegistrationState state,
      int priority,
      Instant joinedAt,
      Instant offerUntil,
      boolean offered,
      UUID ticket,
      List<Long> sessions) {}

  /** Who is registered. */
  record Person(Long accountId, Long companyId, String name, String mail, String company) {}

  /** The event, without a lock. */
  Optional<Room> room(String slug) {
    return rooms("e.slug = ?", slug);
  }

  /** The event, without a lock. */
  Optional<Room> room(long eventId) {
    return rooms("e.id = ?", eventId);
  }

  private Optional<Room> rooms(String condition, Object value) {
    return Rows.first(
        connection(),
        "select e.*, " + EventDutyRepository.ORGANISERS + " from event e where " + condition,
        List.of(value),
        row ->
            new Room(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                EventStatus.valueOf(row.getString("status")),
                EventAudience.valueOf(row.getString("audience")),
                AttendanceMode.valueOf(row.getString("mode")),
                row.getBoolean("approval"),
                row.getObject("company_cap", Integer.class),
                Rows.time(row, "starts_at"),
                Rows.time(row, "closes_at"),
                Rows.time(row, "cancel_until"),
                row.getInt("offer_hours"),
                EventDutyRepository.organisers(row),
                row.getString("zone")));
  }

  /** The quotas of an event as they are now. */
  List<EventQuota> quotas(long eventId) {
    return quotas(eventId, "");
  }

  /**
   * The quotas of an event, locked in the order of their numbers: whoever takes or gives back seats
   * of one event follows the one before, and nobody waits in a ring.
   */
  List<EventQuota> lockQuotas(long eventId) {
    return quotas(eventId, " for update");
  }

  private List<EventQuota> quotas(long eventId, String end) {
    return Rows.list(
        connection(),
        "select id, kind, name, capacity, taken from event_quota where event_id = ? order by id"
            + end,
        List.of(eventId),
        row ->
            new EventQuota(
                row.getLong("id"),
                EventQuota.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("capacity", Integer.class),
                row.getInt("taken")));
  }

  /** The account as a person who comes. */
  Optional<Person> person(long accountId) {
    return Rows.first(
        connection(),
        "select a.id, a.company_id, a.name, a.email, c.name as company from account a"
            + " left join company c on c.id = a.company_id where a.id = ?",
        List.of(accountId),
        row ->
            new Person(
                row.getLong("id"),
                row.getObject("company_id", Long.class),
                row.getString("name"),
                row.getString("email"),
                Rows.text(row, "company")));
  }

  /**
   * The account with the address, if there is one: then its person gets the mails and the ticket.
   */
  Optional<Person> byMail(String mailKey) {
    return Rows.first(
            connection(),
            "select id from account where email_key = ?",
            List.of(mailKey),
            row -> row.getLong(1))
        .flatMap(this::person);
  }

  /** What the form with this key became. */
  Optional<Row> bySubmission(UUID key) {
    return rows("r.submission_key = ?", key).stream().findFirst();
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

  /** One registration of an event. */
  Optional<Row> find(long eventId, long id) {
    return rows("r.event_id = ? and r.id = ?", eventId, id).stream().findFirst();
  }

  /** All registrations of an event, in the order in which they came. */
  List<Row> all(long eventId) {
    return rows("r.event_id = ? order by r.joined_at, r.id", eventId);
  }

  /** Who waits and has no offer, in the order of the list. */
  List<Row> waiting(long eventId) {
    return rows(
        "r.event_id = ? and r.state = 'WAITLISTED' and r.offer_until is null"
            + " order by r.priority desc, r.joined_at, r.id",
        eventId);
  }

  /** Place in the waiting list from 1, those with an offer among the places; null: not waiting. */
  Integer position(Row row) {
    if (row.state() != RegistrationState.WAITLISTED) {
      return null;
    }
    return Rows.first(
            connection(),
            "select count(*) from registration r where r.event_id = ? and r.state = 'WAITLISTED'"
                + " and (r.priority, ?, ?) >= (?, r.joined_at, r.id)",
            List.of(row.eventId(), row.joinedAt(), row.id(), row.priority()),
            found -> found.getInt(1))
        .orElseThrow();
  }

  /** How many of a company have a seat or an offer. */
  int ofCompany(long eventId, long companyId) {
    return Rows.first(
            connection(),
            "select count(*) from registration where event_id = ? and company_id = ? and (state in"
                + " ('ACCEPTED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW') or offer_until is not null)",
            List.of(eventId, companyId),
            row -> row.getInt(1))
        .orElseThrow();
  }

  /**
   * Keeps a new registration.
   *
   * @return its number; empty when this address, or the form, is registered already
   */
  Optional<Long> add(
      long eventId,
      Person person,
      Register wanted,
      AttendanceMode mode,
      Reader by,
      RegistrationState state,
      Instant now) {
    Optional<Long> id =
        Rows.first(
            connection(),
            "insert into registration (event_id, category_id, mode, account_id, by_id, company_id,"
                + " name, mail, mail_key, company, state, joined_at, submission_key, price,"
                + " currency, created_at, updated_at) select ?, ?, ?, ?, ?, ?, ?, ?, lower(?), ?,"
                + " ?, ?, ?, coalesce(max(c.price), 0), coalesce(max(c.currency), 'EUR'), ?, ?"
                + " from event_category c where c.quota_id = ? on conflict do nothing returning id",
            Arrays.asList(
                eventId,
                wanted.category(),
                mode,
                person.accountId(),
                by.accountId(),
                person.companyId(),
                person.name(),
                person.mail(),
                person.mail(),
                person.company(),
                state,
                now,
                wanted.submissionKey(),
                now,
                now,
                wanted.category() == null ? -1L : wanted.category()),
            row -> row.getLong(1));
    id.ifPresent(
        number -> {
          for (Long session : wanted.sessions()) {
            Rows.change(
                connection(),
                "insert into registration_session (registration_id, quota_id) values (?, ?)"
                    + " on conflict do nothing",
                number,
                session);
          }
        });
    return id;
  }

  /** Takes a seat in each quota; the database counts them, and refuses one too many. */
  void take(long id, List<Long> quotas) {
    for (Long quota : quotas) {
      Rows.change(
          connection(),
          "insert into registration_seat (registration_id, quota_id) values (?, ?)",
          id,
          quota);
    }
  }

  /** Marks somebody who came without a registration. */
  void walkedIn(long id) {
    Rows.change(connection(), "update registration set walk_in = true where id = ?", id);
  }

  /** Gives the seats back. */
  void giveBack(long id) {
    Rows.change(connection(), "delete from registration_seat where registration_id = ?", id);
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

  /**
   * Offers the seats that were taken for somebody who waits. The database tells the time, so that a
   * node whose clock is wrong neither shortens nor lengthens an offer.
   *
   * @return until when: so many hours from now, and never past the start
   */
  Instant offer(long id, int hours, Instant startsAt, Instant now) {
    return Rows.first(
            connection(),
            "update registration set offer_until = least(now() + make_interval(hours => ?), ?),"
                + " updated_at = ? where id = ? returning offer_until",
            List.of(hours, startsAt, now, id),
            row -> Rows.time(row, "offer_until"))
        .orElseThrow();
  }

  /** Events with an offer that has ended by the clock of the database. */
  List<Long> eventsWithEndedOffers() {
    return Rows.list(
        connection(),
        "select distinct event_id from registration where offer_until <= now() order by 1 limit 100",
        row -> row.getLong(1));
  }

  /** Offers of an event that have ended by the clock of the database. */
  List<Row> endedOffers(long eventId) {
    return rows("r.event_id = ? and r.offer_until <= now() order by r.offer_until, r.id", eventId);
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
    return Rows.list(
        connection(),
        "select " + COLUMNS + " from registration r where " + condition,
        RegistrationRepository::row,
        values);
  }

  private static Row row(ResultSet row) throws SQLException {
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
        sessions);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
