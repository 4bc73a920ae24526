package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Writes scans and what follows from them. */
@Dependent
public class DoorRepository {
  private static final String PERSON =
      "select r.id, r.event_id, r.ticket, r.ticket_generation, r.ticket_code, r.name, r.company,"
          + " coalesce(q.name, '') as category, r.state, r.walk_in, exists (select from"
          + " registration_session s where s.registration_id = r.id and s.quota_id = ?) as chose"
          + " from registration r left join event_quota q on q.id = r.category_id where ";

  private static final String SCAN =
      "select s.*, coalesce(r.name, s.shown) as person, coalesce(r.company, '') as company,"
          + " coalesce(r.walk_in, false) as walk_in, coalesce(q.name, '') as category,"
          + " f.scanned_at as first_at, f.place as first_place, f.operator_name as first_by"
          + " from door_scan s left join registration r on r.id = s.registration_id"
          + " left join event_quota q on q.id = r.category_id"
          + " left join door_scan f on f.id = s.first_id where ";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public DoorRepository() {}

  /** For tests. */
  public DoorRepository(EntityManager em) {
    this.em = em;
  }

  /** What the door needs to know of its event. */
  record Venue(
      long id,
      String slug,
      String title,
      EventStatus status,
      Instant startsAt,
      Instant endsAt,
      ZoneId zone) {
    /** The day of the event that a time belongs to, by the calendar of the venue. */
    LocalDate day(Instant at) {
      LocalDate day = at.atZone(zone).toLocalDate();
      LocalDate first = startsAt.atZone(zone).toLocalDate();
      LocalDate last = endsAt.minusNanos(1).atZone(zone).toLocalDate();
      return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }
  }

  /** Somebody at the door. */
  record Person(
      long id,
      long eventId,
      UUID ticket,
      int generation,
      String code,
      String name,
      String company,
      String category,
      RegistrationState state,
      boolean walkIn,
      boolean chose) {}

  /** What a scan is written as. */
  record NewScan(
      UUID clientId,
      Long registrationId,
      Long session,
      LocalDate day,
      Instant at,
      boolean offline,
      String how,
      String place,
      ScanOutcome outcome,
      String shown,
      Long firstId,
      String stateBefore) {}

  /** A scan as it is kept. */
  record Kept(
      long id,
      long eventId,
      UUID clientId,
      Long registrationId,
      Long session,
      Instant at,
      String place,
      Long operatorId,
      String operator,
      ScanOutcome outcome,
      String stateBefore,
      Instant undoneAt,
      Instant settledAt,
      String name,
      String company,
      String category,
      boolean walkIn,
      ScanAnswer.First first) {}

  /** An event by the part of its address. */
  Optional<Venue> venue(String slug) {
    return venues("slug = ?", slug);
  }

  /** The event of a ticket. */
  Optional<Venue> venueOfTicket(UUID ticket) {
    return venues("id = (select event_id from registration where ticket = ?)", ticket);
  }

  /** The event of a code. */
  Optional<Venue> venueOfCode(String code) {
    return venues("id = (select event_id from registration where ticket_code = ?)", code);
  }

  private Optional<Venue> venues(String condition, Object value) {
    return Rows.first(
        connection(),
        "select id, slug, title, status, starts_at, ends_at, zone from event where " + condition,
        List.of(value),
        DoorRepository::venue);
  }

  static Venue venue(ResultSet row) throws SQLException {
    return new Venue(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("title"),
        EventStatus.valueOf(row.getString("status")),
        Rows.time(row, "starts_at"),
        Rows.time(row, "ends_at"),
        ZoneId.of(row.getString("zone")));
  }

  /** Whether people choose the session; empty when the event has none of that number. */
  Optional<Boolean> chosenSession(long eventId, long session) {
    return Rows.first(
        connection(),
        "select s.chosen from event_session s join event_quota q on q.id = s.quota_id"
            + " where q.event_id = ? and q.id = ?",
        List.of(eventId, session),
        row -> row.getBoolean(1));
  }

  /** Whose ticket it is, of any generation. */
  Optional<Person> byTicket(UUID ticket, Long session) {
    return person("r.ticket = ?", ticket, session);
  }

  /** Whose code it is. */
  Optional<Person> byCode(String code, Long session) {
    return person("r.ticket_code = ?", code, session);
  }

  /** A registration. */
  Optional<Person> byNumber(long id, Long session) {
    return person("r.id = ?", id, session);
  }

  private Optional<Person> person(String condition, Object value, Long session) {
    return Rows.first(
        connection(),
        PERSON + condition,
        List.of(session == null ? -1L : session, value),
        row ->
            new Person(
                row.getLong("id"),
                row.getLong("event_id"),
                row.getObject("ticket", UUID.class),
                row.getInt("ticket_generation"),
                row.getString("ticket_code"),
                row.getString("name"),
                row.getString("company"),
                row.getString("category"),
                RegistrationState.valueOf(row.getString("state")),
                row.getBoolean("walk_in"),
                row.getBoolean("chose")));
  }

  /** Lets one batch of an event at a time pass, so that two never wait for each other in a ring. */
  void lockBatch(long eventId) {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?, ?) as text)",
        List.of(0x0D00_2120, (int) eventId),
        row -> row.getString(1));
  }

  /**
   * Writes a scan. Of two that would count for the same, the database lets one through and the
   * other wait until it is surely there.
   *
   * @return its number; empty when the person is in already, or this scan was sent before
   */
  Optional<Long> add(Venue venue, NewScan scan, Reader by, Instant now) {
    return Rows.first(
        connection(),
        "insert into door_scan (event_id, client_id, registration_id, session_id, day, scanned_at,"
            + " received_at, offline, how, place, operator_id, operator_name, outcome, shown,"
            + " first_id, state_before) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing returning id",
        Arrays.asList(
            venue.id(),
            scan.clientId(),
            scan.registrationId(),
            scan.session(),
            scan.day(),
            scan.at(),
            now,
            scan.offline(),
            scan.how(),
            scan.place(),
            by.accountId(),
            by.name(),
            scan.outcome(),
            scan.shown(),
            scan.firstId(),
            scan.stateBefore()),
        row -> row.getLong(1));
  }

  /** The scan that a device calls so. */
  Optional<Kept> byClient(UUID clientId) {
    return kept("s.client_id = ?", clientId).stream().findFirst();
  }

  /** The check-in that counts. */
  Optional<Kept> counting(long registration, Long session, LocalDate day) {
    return (session == null
            ? kept(
                "s.registration_id = ? and s.outcome = 'IN' and s.undone_at is null and"
                    + " s.session_id is null and s.day = ?",
                registration,
                day)
            : kept(
                "s.registration_id = ? and s.outcome = 'IN' and s.undone_at is null and"
                    + " s.session_id = ?",
                registration,
                session))
        .stream().findFirst();
  }

  /** What somebody should look at: came late from a device, or was turned away there, and why. */
  List<Kept> conflicts(long eventId) {
    return kept(
        "s.event_id = ? and s.offline and s.outcome <> 'IN' order by s.settled_at is not null,"
            + " s.scanned_at, s.id",
        eventId);
  }

  private List<Kept> kept(String condition, Object... values) {
    return Rows.list(connection(), SCAN + condition, DoorRepository::kept, values);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Instant first = Rows.time(row, "first_at");
    return new Kept(
        row.getLong("id"),
        row.getLong("event_id"),
        row.getObject("client_id", UUID.class),
        row.getObject("registration_id", Long.class),
        row.getObject("session_id", Long.class),
        Rows.time(row, "scanned_at"),
        row.getString("place"),
        row.getObject("operator_id", Long.class),
        row.getString("operator_name"),
        ScanOutcome.valueOf(row.getString("outcome")),
        row.getString("state_before"),
        Rows.time(row, "undone_at"),
        Rows.time(row, "settled_at"),
        row.getString("person"),
        row.getString("company"),
        row.getString("category"),
        row.getBoolean("walk_in"),
        first == null
            ? null
            : new ScanAnswer.First(first, row.getString("first_place"), row.getString("first_by")));
  }

  /** Whoever was checked in was there. */
  void attended(long registration, Reader by, Instant now) {
    int changed =
        Rows.change(
            connection(),
            "update registration set state = 'ATTENDED', updated_at = ? where id = ? and state in"
                + " ('ACCEPTED', 'CONFIRMED', 'NO_SHOW')",
            now,
            registration);
    if (changed > 0) {
      note(registration, "ATTENDED", "", by, now);
    }
  }

  /** Takes a check-in back; the person has the state of before where none other counts. */
  void undo(Kept scan, Reader by, Instant now) {
    Rows.change(
        connection(),
        "update door_scan set undone_at = ?, undone_by = ? where id = ?",
        now,
        by.name(),
        scan.id());
    List<String> before =
        Rows.list(
            connection(),
            "update registration r set state = coalesce((select s.state_before from door_scan s"
                + " where s.registration_id = r.id and s.state_before <> 'ATTENDED' order by s.id"
                + " limit 1), 'ACCEPTED'), updated_at = ? where r.id = ? and r.state = 'ATTENDED'"
                + " and not exists (select from door_scan s where s.registration_id = r.id and"
                + " s.outcome = 'IN' and s.undone_at is null) returning r.state",
            row -> row.getString(1),
            now,
            scan.registrationId());
    for (String state : before) {
      note(scan.registrationId(), state, "Check-in taken back.", by, now);
    }
  }

  /** Somebody has looked at a conflict. */
  int settle(long eventId, long scan, Instant now) {
    return Rows.change(
        connection(),
        "update door_scan set settled_at = ? where event_id = ? and id = ? and offline and outcome"
            + " <> 'IN' and settled_at is null",
        now,
        eventId,
        scan);
  }

  private void note(long registration, String what, String reason, Reader by, Instant now) {
    Rows.change(
        connection(),
        "insert into registration_change (registration_id, at, what, reason, actor_id, actor_name)"
            + " values (?, ?, ?, ?, ?, ?)",
        Arrays.asList(registration, now, what, reason, by.accountId(), by.name()));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
