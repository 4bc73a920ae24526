package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.csoalliance.event.registration.RegistrationState;
import org.csoalliance.platform.sql.Rows;

/** Reads the list of the door and its numbers. */
@Dependent
public class DoorListRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public DoorListRepository() {}

  /** For tests. */
  public DoorListRepository(EntityManager em) {
    this.em = em;
  }

  /** The sessions of an event, in their order. */
  List<DoorList.Session> sessions(long eventId) {
    return Rows.list(
        connection(),
        "select q.id, q.name, s.starts_at, s.chosen from event_session s join event_quota q on q.id"
            + " = s.quota_id where q.event_id = ? order by s.starts_at, q.place, q.id",
        List.of(eventId),
        row ->
            new DoorList.Session(
                row.getLong("id"),
                row.getString("name"),
                Rows.time(row, "starts_at"),
                row.getBoolean("chosen")));
  }

  /**
   * Everybody whose ticket was ever good: who has a seat, and who gave it back, so that a device
   * can refuse the ticket with its reason.
   */
  List<DoorList.Person> people(long eventId) {
    return Rows.list(
        connection(),
        "select r.id, r.ticket, r.ticket_generation, r.ticket_code, r.name, r.company,"
            + " coalesce(q.name, '') as category, r.state, r.walk_in, (select"
            + " string_agg(cast(s.quota_id as text), ' ') from registration_session s where"
            + " s.registration_id = r.id) as chosen, (select json_agg(json_build_object('s',"
            + " d.session_id, 'd', d.day, 'at', d.scanned_at, 'p', d.place, 'b', d.operator_name)"
            + " order by d.scanned_at) from door_scan d where d.registration_id = r.id and"
            + " d.outcome = 'IN' and d.undone_at is null) as ins from registration r"
            + " left join event_quota q on q.id = r.category_id where r.event_id = ? and r.state in"
            + " ('ACCEPTED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW', 'CANCELLED')"
            + " order by lower(r.name), r.id",
        List.of(eventId),
        DoorListRepository::person);
  }

  private static DoorList.Person person(ResultSet row) throws SQLException {
    List<Long> chosen = new ArrayList<>();
    for (String id : Rows.text(row, "chosen").split(" ")) {
      if (!id.isEmpty()) {
        chosen.add(Long.valueOf(id));
      }
    }
    boolean seat = RegistrationState.valueOf(row.getString("state")).seat();
    return new DoorList.Person(
        row.getLong("id"),
        row.getObject("ticket", UUID.class),
        row.getInt("ticket_generation"),
        row.getString("ticket_code"),
        seat ? row.getString("name") : "",
        seat ? row.getString("company") : "",
        seat ? row.getString("category") : "",
        seat,
        row.getBoolean("walk_in"),
        chosen,
        ins(row.getString("ins")));
  }

  private static List<DoorList.In> ins(String json) {
    List<DoorList.In> ins = new ArrayList<>();
    if (json == null) {
      return ins;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonArray array = reader.readArray();
      for (JsonObject each : array.getValuesAs(JsonObject.class)) {
        ins.add(
            new DoorList.In(
                each.isNull("s") ? null : (Long) each.getJsonNumber("s").longValue(),
                LocalDate.parse(each.getString("d")),
                OffsetDateTime.parse(each.getString("at")).toInstant(),
                each.getString("p"),
                each.getString("b")));
      }
    }
    return ins;
  }

  /** The numbers of now. */
  DoorCounts counts(long eventId, LocalDate today) {
    List<DoorCounts.OfSession> sessions =
        Rows.list(
            connection(),
            "select q.id, q.name, e.starts_at, (select count(*) from door_scan s where s.session_id"
                + " = q.id and s.outcome = 'IN' and s.undone_at is null) as came from event_session"
                + " e join event_quota q on q.id = e.quota_id where q.event_id = ?"
                + " order by e.starts_at, q.place, q.id",
            List.of(eventId),
            row ->
                new DoorCounts.OfSession(
                    row.getLong("id"),
                    row.getString("name"),
                    Rows.time(row, "starts_at"),
                    row.getInt("came")));
    return Rows.first(
            connection(),
            "select count(*) filter (where r.state in ('ACCEPTED', 'CONFIRMED', 'ATTENDED',"
                + " 'NO_SHOW') and r.mode = 'IN_PERSON') as expected, count(*) filter (where"
                + " exists (select from door_scan s where s.registration_id = r.id and s.outcome ="
                + " 'IN' and s.undone_at is null)) as came, count(*) filter (where exists (select"
                + " from door_scan s where s.registration_id = r.id and s.outcome = 'IN' and"
                + " s.undone_at is null and s.day = ?)) as today, count(*) filter (where r.walk_in"
                + " and r.state not in ('CANCELLED', 'DECLINED')) as walk_ins, count(*) filter"
                + " (where r.state = 'NO_SHOW') as no_shows, (select count(*) from door_scan s"
                + " where s.event_id = ? and s.offline and s.outcome <> 'IN' and s.settled_at is"
                + " null) as conflicts from registration r where r.event_id = ?",
            List.of(today, eventId, eventId),
            row ->
                new DoorCounts(
                    row.getInt("expected"),
                    row.getInt("came"),
                    row.getInt("today"),
                    row.getInt("walk_ins"),
                    row.getInt("conflicts"),
                    row.getInt("no_shows"),
                    sessions))
        .orElseThrow();
  }

  /**
   * Marks who did not come: in person, with a seat, at an event that ended so long ago and whose
   * door was used. A second node finds none left.
   *
   * @return how many
   */
  int markNoShows(Instant endedBefore, Instant now) {
    return Rows.change(
        connection(),
        "with gone as (update registration r set state = 'NO_SHOW', updated_at = ? from event e"
            + " where e.id = r.event_id and e.ends_at < ? and e.ends_at > cast(? as timestamptz) -"
            + " interval '60 days' and e.status not in ('DRAFT', 'CANCELLED') and r.state in"
            + " ('ACCEPTED', 'CONFIRMED') and r.mode = 'IN_PERSON' and exists (select from"
            + " door_scan s where s.event_id = e.id and s.outcome = 'IN' and s.undone_at is null)"
            + " returning r.id) insert into registration_change (registration_id, at, what, reason,"
            + " actor_name) select id, ?, 'NO_SHOW', '', 'System' from gone",
        now,
        endedBefore,
        now,
        now);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
