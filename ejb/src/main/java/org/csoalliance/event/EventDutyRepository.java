package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps who does what at an event. */
@Dependent
public class EventDutyRepository {
  /** A sub-select for statements that name the event {@code e}: who organises it. */
  public static final String ORGANISERS =
      "array(select d.account_id from event_duty d where d.event_id = e.id and d.duty ="
          + " 'ORGANISER') as organiser_ids";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EventDutyRepository() {}

  /** For tests. */
  public EventDutyRepository(EntityManager em) {
    this.em = em;
  }

  /** A duty as it is kept, with the person. */
  record Held(long accountId, String name, String company, EventDuty duty, Instant since) {}

  /** Somebody who may be given a duty. */
  record Candidate(long accountId, String name) {}

  Optional<EventDesk> desk(String slug, Reader reader) {
    return desks("e.slug = ?", slug, reader);
  }

  Optional<EventDesk> desk(long id, Reader reader) {
    return desks("e.id = ?", id, reader);
  }

  private Optional<EventDesk> desks(String condition, Object value, Reader reader) {
    return Rows.first(
        connection(),
        "select e.id, e.slug, e.title, e.status, e.rule, e.mode, e.starts_at, e.ends_at, e.zone,"
            + " array(select d.duty from event_duty d where d.event_id = e.id and d.account_id ="
            + " ?) as duties from event e where "
            + condition,
        Arrays.asList(reader.accountId() == null ? -1L : reader.accountId(), value),
        row ->
            new EventDesk(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                EventStatus.valueOf(row.getString("status")),
                RoomRule.valueOf(row.getString("rule")),
                AttendanceMode.valueOf(row.getString("mode")),
                Rows.time(row, "starts_at"),
                Rows.time(row, "ends_at"),
                row.getString("zone"),
                Arrays.stream((Object[]) row.getArray("duties").getArray())
                    .map(duty -> EventDuty.valueOf((String) duty))
                    .collect(Collectors.toSet())));
  }

  /** Everybody with a duty at the event, by name. */
  List<Held> team(long eventId) {
    return Rows.list(
        connection(),
        "select a.id, a.name, c.name as company, d.duty, d.given_at from event_duty d join account"
            + " a on a.id = d.account_id left join company c on c.id = a.company_id where"
            + " d.event_id = ? order by lower(a.name), a.id, d.duty",
        List.of(eventId),
        row ->
            new Held(
                row.getLong("id"),
                row.getString("name"),
                Rows.text(row, "company"),
                EventDuty.valueOf(row.getString("duty")),
                Rows.time(row, "given_at")));
  }

  /** The duties that somebody has at the event. */
  Set<EventDuty> given(long eventId) {
    return Set.copyOf(
        Rows.list(
            connection(),
            "select distinct duty from event_duty where event_id = ?",
            List.of(eventId),
            row -> EventDuty.valueOf(row.getString(1))));
  }

  /** The person with the address, if duties may be given to them. */
  Optional<Candidate> candidate(String mailKey) {
    return Rows.first(
            connection(),
            "select a.id, a.name, r.roles from account a join account_reader r on r.account_id ="
                + " a.id where a.email_key = ?",
            List.of(mailKey),
            row ->
                Map.entry(
                    new Candidate(row.getLong("id"), row.getString("name")),
                    Rows.text(row, "roles")))
        .filter(
            found ->
                Arrays.stream(found.getValue().split(" "))
                    .anyMatch(
                        role -> EventAccess.HOLDERS.stream().anyMatch(h -> h.name().equals(role))))
        .map(Map.Entry::getKey);
  }

  /** Gives a duty; tells whether the person did not have it before. */
  boolean give(long eventId, long accountId, EventDuty duty, Instant now) {
    return Rows.change(
            connection(),
            "insert into event_duty (event_id, account_id, duty, given_at) values (?, ?, ?, ?) on"
                + " conflict do nothing",
            eventId,
            accountId,
            duty,
            now)
        > 0;
  }

  /** Takes a duty away. */
  void take(long eventId, long accountId, EventDuty duty) {
    Rows.change(
        connection(),
        "delete from event_duty where event_id = ? and account_id = ? and duty = ?",
        eventId,
        accountId,
        duty);
  }

  /** How many organise the event; changes of its team wait for each other from here on. */
  int lockOrganisers(long eventId) {
    Rows.first(
        connection(),
        "select id from event where id = ? for update",
        List.of(eventId),
        row -> row.getLong(1));
    return Rows.first(
            connection(),
            "select count(*) from event_duty where event_id = ? and duty = 'ORGANISER'",
            List.of(eventId),
            row -> row.getInt(1))
        .orElseThrow();
  }

  List<Map<String, Object>> held(long account) {
    return DataRepository.held(
        connection(),
        "select e.slug, e.title, d.duty, d.given_at from event_duty d join event e on e.id ="
            + " d.event_id where d.account_id = ? order by d.given_at",
        List.of(account));
  }

  void erase(long account) {
    Rows.change(connection(), "delete from event_duty where account_id = ?", account);
  }

  /** The column that {@link #ORGANISERS} makes. */
  public static Set<Long> organisers(ResultSet row) throws SQLException {
    Array numbers = row.getArray("organiser_ids");
    List<Long> found = new ArrayList<>();
    for (Object number : (Object[]) numbers.getArray()) {
      found.add(((Number) number).longValue());
    }
    return Set.copyOf(found);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
