package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.sql.Rows;

/** Reads events and people for whoever registers. */
@Dependent
public class RoomRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public RoomRepository() {}

  /** For tests. */
  public RoomRepository(EntityManager em) {
    this.em = em;
  }

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
        "select e.*, "
            + EventDutyRepository.ORGANISERS
            + ", u.by_code, u.hold, u.approve_changes, u.approve_transfers, u.form_minutes,"
            + " u.draw_seed,"
            + " u.drawn_at from event e left join event_rules u on u.event_id = e.id where "
            + condition,
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
                row.getString("city"),
                Rows.time(row, "starts_at"),
                Rows.time(row, "ends_at"),
                Rows.time(row, "closes_at"),
                Rows.time(row, "cancel_until"),
                row.getInt("offer_hours"),
                EventDutyRepository.organisers(row),
                row.getString("zone"),
                new Room.Rules(
                    row.getBoolean("by_code"),
                    row.getBoolean("hold"),
                    row.getBoolean("approve_changes"),
                    row.getBoolean("approve_transfers"),
                    row.getBoolean("waiting_list"),
                    row.getObject("form_minutes", Integer.class),
                    row.getObject("quiet_from", Integer.class),
                    row.getObject("quiet_to", Integer.class),
                    Rows.time(row, "opens_at"),
                    Rows.time(row, "draw_at"),
                    row.getString("draw_seed"),
                    Rows.time(row, "drawn_at"))));
  }

  /** What is told of an event that moved or was called off. */
  record Told(
      String slug,
      String title,
      Instant startsAt,
      Instant endsAt,
      String zone,
      String city,
      String venue,
      boolean venueHidden,
      String reason) {}

  /** The event as it stands now. */
  Optional<Told> told(long eventId) {
    return Rows.first(
        connection(),
        "select slug, title, starts_at, ends_at, zone, city, venue, venue_hidden, status_reason"
            + " from event where id = ?",
        List.of(eventId),
        row ->
            new Told(
                row.getString("slug"),
                row.getString("title"),
                Rows.time(row, "starts_at"),
                Rows.time(row, "ends_at"),
                row.getString("zone"),
                row.getString("city"),
                row.getString("venue"),
                row.getBoolean("venue_hidden"),
                row.getString("status_reason")));
  }

  /** The account as a person who comes. */
  Optional<Person> person(long accountId) {
    return Optional.ofNullable(people(List.of(accountId)).get(accountId));
  }

  /** The accounts as people who come, by number. */
  Map<Long, Person> people(Collection<Long> accountIds) {
    Map<Long, Person> people = new HashMap<>();
    if (!accountIds.isEmpty()) {
      Rows.list(
          connection(),
          "select a.id, a.company_id, a.name, a.email, c.name as company from account a"
              + " left join company c on c.id = a.company_id where a.id = any(cast(? as bigint[]))",
          row ->
              people.put(
                  row.getLong("id"),
                  new Person(
                      row.getLong("id"),
                      row.getObject("company_id", Long.class),
                      row.getString("name"),
                      row.getString("email"),
                      Rows.text(row, "company"))),
          accountIds.stream().map(String::valueOf).toList());
    }
    return people;
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

  /** Members of the company other than the account, by name. */
  List<Colleague> colleagues(Long companyId, long accountId) {
    return companyId == null
        ? List.of()
        : Rows.list(
            connection(),
            "select a.id, a.name from account a where a.company_id = ? and a.id <> ? and exists"
                + " (select 1 from account_right r where r.account_id = a.id and r.role = 'MEMBER')"
                + " order by a.name, a.id limit 200",
            row -> new Colleague(row.getLong(1), row.getString(2)),
            companyId,
            accountId);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
