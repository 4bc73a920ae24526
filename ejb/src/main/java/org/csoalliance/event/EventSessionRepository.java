package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.sql.Rows;

/** Keeps the parts of an agenda. Each is a quota of the event with times and words beside it. */
@Dependent
public class EventSessionRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EventSessionRepository() {}

  /** For tests. */
  public EventSessionRepository(EntityManager em) {
    this.em = em;
  }

  private static Map<String, Object> columns(NewSession session) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("track", session.track());
    columns.put("room", session.room());
    columns.put("speaker", session.speaker());
    columns.put("text", session.text());
    columns.put("starts_at", session.startsAt());
    columns.put("ends_at", session.endsAt());
    columns.put("tlp", session.tlp());
    columns.put("pause", session.pause());
    columns.put("chosen", session.chosen());
    columns.put("topics", session.topics());
    return columns;
  }

  /** Keeps a new part and tells its number. */
  long add(long eventId, NewSession session) {
    long id =
        Rows.first(
                connection(),
                "insert into event_quota (event_id, kind, name, capacity, place)"
                    + " values (?, 'SESSION', ?, ?, 10) returning id",
                Arrays.asList(eventId, session.title(), session.capacity()),
                row -> row.getLong(1))
            .orElseThrow();
    Map<String, Object> columns = columns(session);
    List<Object> values = new ArrayList<>(columns.values());
    values.add(id);
    Rows.change(
        connection(),
        "insert into event_session ("
            + String.join(", ", columns.keySet())
            + ", quota_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values);
    return id;
  }

  /** Writes a part anew; the database refuses fewer seats than are taken. */
  void change(long id, NewSession session) {
    Rows.change(
        connection(),
        "update event_quota set name = ?, capacity = ? where id = ?",
        Arrays.asList(session.title(), session.capacity(), id));
    Map<String, Object> columns = columns(session);
    List<Object> values = new ArrayList<>(columns.values());
    values.add(id);
    Rows.change(
        connection(),
        "update event_session set "
            + String.join(" = ?, ", columns.keySet())
            + " = ? where quota_id = ?",
        values);
  }

  /** Moves every part of an agenda; how many. */
  int move(long eventId, WallShift shift) {
    List<Long> moved =
        Rows.list(
            connection(),
            "select s.quota_id, s.starts_at, s.ends_at from event_session s join event_quota q on"
                + " q.id = s.quota_id where q.event_id = ? order by s.quota_id for update of s",
            List.of(eventId),
            row -> {
              Instant starts = Rows.time(row, "starts_at");
              Rows.change(
                  connection(),
                  "update event_session set starts_at = ?, ends_at = ? where quota_id = ?",
                  shift.of(starts),
                  shift.end(starts, Rows.time(row, "ends_at")),
                  row.getLong("quota_id"));
              return row.getLong("quota_id");
            });
    return moved.size();
  }

  /** Takes a part out of the agenda. */
  void remove(long id) {
    Rows.change(connection(), "delete from registration_seat where quota_id = ?", id);
    Rows.change(connection(), "delete from event_quota where id = ? and kind = 'SESSION'", id);
  }

  /** How many parts the agenda has. */
  int count(long eventId) {
    return number(
        "select count(*) from event_quota where event_id = ? and kind = 'SESSION'", eventId);
  }

  /** How many registrations that count have chosen a part. */
  int chosenBy(long id) {
    return number(
        "select count(*) from registration_session s join registration r on r.id ="
            + " s.registration_id where s.quota_id = ? and r.state not in ('CANCELLED', 'DECLINED')",
        id);
  }

  private int number(String sql, long id) {
    return Rows.first(connection(), sql, List.of(id), row -> row.getInt(1)).orElseThrow();
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
