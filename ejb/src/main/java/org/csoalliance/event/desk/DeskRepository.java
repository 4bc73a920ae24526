package org.csoalliance.event.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.csoalliance.event.EventQuota;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Reads the desk of an event: one statement for its numbers, one for a page of its table. */
@Dependent
public class DeskRepository {
  private static final int FETCH_SIZE = 500;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public DeskRepository() {}

  /** For tests. */
  public DeskRepository(EntityManager em) {
    this.em = em;
  }

  /** Where a page begins: the value that was sorted by, as text, and the number. */
  record After(String value, long id) {}

  /** A row with the value that it was sorted by. */
  record Sorted(DeskRow row, String value, int total) {}

  /** What there is to choose from, and the columns that the reader chose (null: none). */
  record Choices(List<EventQuota> quotas, String columns) {}

  /** Everything that the desk shows at a glance. */
  DeskNumbers numbers(long eventId) {
    StringJoiner counts = new StringJoiner(", ");
    for (DeskGroup group : DeskGroup.values()) {
      counts.add("count(*) filter (where " + group.condition() + ") as " + group.name());
    }
    return Rows.first(
            connection(),
            "select "
                + counts
                + ", count(distinct nullif(lower(r.company), '')) filter (where "
                + DeskGroup.ACCEPTED.condition()
                + ") as companies, min(r.joined_at) filter (where "
                + DeskGroup.DECIDE.condition()
                + ") as oldest, (select jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind,"
                + " 'name', o.name, 'capacity', o.capacity, 'taken', o.taken) order by o.place,"
                + " o.id) from event_quota o where o.event_id = ?) as quotas, (select"
                + " jsonb_agg(jsonb_build_object('day', d.day, 'count', d.count) order by d.day)"
                + " from (select cast(x.created_at at time zone 'UTC' as date) as day, count(*)"
                + " from registration x where x.event_id = ? and x.created_at > now() - interval"
                + " '60 days' group by 1) d) as days, (select jsonb_agg(jsonb_build_object('id',"
                + " c.registration_id, 'name', c.name, 'at', c.at, 'what', c.what, 'reason',"
                + " c.reason, 'by', c.actor_name) order by c.at desc, c.id desc) from (select"
                + " c.*, x.name from registration_change c join registration x on x.id ="
                + " c.registration_id where x.event_id = ? order by c.at desc, c.id desc limit 8)"
                + " c) as log from registration r where r.event_id = ?",
            List.of(eventId, eventId, eventId, eventId),
            DeskRepository::numbers)
        .orElseThrow();
  }

  private static DeskNumbers numbers(ResultSet row) throws SQLException {
    Map<DeskGroup, Integer> counts = new EnumMap<>(DeskGroup.class);
    for (DeskGroup group : DeskGroup.values()) {
      counts.put(group, row.getInt(group.name()));
    }
    return new DeskNumbers(
        counts,
        row.getInt("companies"),
        JsonRows.list(JsonRows.value(row.getString("quotas")), DeskRepository::quota),
        JsonRows.list(
            JsonRows.value(row.getString("days")),
            day ->
                new DeskNumbers.Day(
                    LocalDate.parse(JsonRows.text(day, "day")),
                    JsonRows.number(day, "count").intValue())),
        Rows.time(row, "oldest"),
        JsonRows.list(JsonRows.value(row.getString("log")), DeskRepository::step));
  }

  private static EventQuota quota(JsonObject row) {
    Long capacity = JsonRows.number(row, "capacity");
    return new EventQuota(
        JsonRows.number(row, "id"),
        EventQuota.Kind.valueOf(JsonRows.text(row, "kind")),
        JsonRows.text(row, "name"),
        capacity == null ? null : (Integer) capacity.intValue(),
        JsonRows.number(row, "taken").intValue());
  }

  private static DeskNumbers.Step step(JsonObject row) {
    return new DeskNumbers.Step(
        JsonRows.number(row, "id"),
        JsonRows.text(row, "name"),
        JsonRows.time(row, "at"),
        JsonRows.text(row, "what"),
        JsonRows.text(row, "reason"),
        JsonRows.text(row, "by"));
  }

  /** What there is to filter by, and what the reader wants to see. */
  Choices choices(long eventId, long reader) {
    return Rows.first(
            connection(),
            "select (select jsonb_agg(jsonb_build_object('id', o.id, 'kind', o.kind, 'name',"
                + " o.name, 'capacity', o.capacity, 'taken', o.taken) order by o.place, o.id) from"
                + " event_quota o where o.event_id = ?) as quotas, (select columns from"
                + " desk_columns where account_id = ?) as chosen",
            List.of(eventId, reader),
            row ->
                new Choices(
                    JsonRows.list(JsonRows.value(row.getString("quotas")), DeskRepository::quota),
                    row.getString("chosen")))
        .orElseThrow();
  }

  /** At most so many rows behind the given one (null: from the start). */
  List<Sorted> page(long eventId, DeskFilter filter, After after, int most) {
    DeskSql sql = new DeskSql(eventId, filter);
    DeskFilter.Sort sort = filter.sort();
    List<Object> values = new ArrayList<>();
    values.addAll(sql.values());
    values.addAll(sql.values());
    String behind = "";
    if (after != null) {
      behind =
          " and (%s, r.id) %s (cast(? as %s), ?)"
              .formatted(sort.column(), sort.down() ? "<" : ">", sort.type());
      values.add(after.value());
      values.add(after.id());
    }
    values.add(most);
    return Rows.list(
        connection(),
        "select "
            + DeskSql.ROW
            + ", cast("
            + sort.column()
            + " as text) as sorted_by, (select count(*) from registration r where "
            + sql.condition()
            + ") as total"
            + DeskSql.FROM
            + " where "
            + sql.condition()
            + behind
            + DeskSql.order(sort)
            + " limit ?",
        values,
        row -> new Sorted(DeskSql.row(row), row.getString("sorted_by"), row.getInt("total")));
  }

  void columns(long accountId, String columns) {
    Rows.change(
        connection(),
        "insert into desk_columns (account_id, columns) values (?, ?) on conflict (account_id) do"
            + " update set columns = excluded.columns",
        accountId,
        columns);
  }

  /** The numbers of what the filter finds, in its order. */
  List<Long> numbers(long eventId, DeskFilter filter, int most) {
    DeskSql sql = new DeskSql(eventId, filter);
    List<Object> values = new ArrayList<>(sql.values());
    values.add(most);
    return Rows.list(
        connection(),
        "select r.id"
            + " from registration r where "
            + sql.condition()
            + DeskSql.order(filter.sort())
            + " limit ?",
        values,
        row -> row.getLong(1));
  }

  /** How many the filter finds. */
  int count(long eventId, DeskFilter filter) {
    DeskSql sql = new DeskSql(eventId, filter);
    return Rows.first(
            connection(),
            "select count(*) from registration r where " + sql.condition(),
            sql.values(),
            row -> row.getInt(1))
        .orElseThrow();
  }

  /** One registration with its history, its mails, and its neighbours in the filtered list. */
  Optional<DeskRegistration> one(long eventId, String slug, long id, DeskFilter filter) {
    DeskSql sql = new DeskSql(eventId, filter);
    String order = DeskSql.order(filter.sort());
    List<Object> values = new ArrayList<>();
    values.add(slug);
    values.addAll(sql.values());
    values.add(id);
    values.add(eventId);
    values.add(id);
    return Rows.first(
        connection(),
        "select "
            + DeskSql.ROW
            + ", n.before, n.behind, (select jsonb_agg(jsonb_build_object('id', c.registration_id,"
            + " 'name', r.name, 'at', c.at, 'what', c.what, 'reason', c.reason, 'by',"
            + " c.actor_name) order by c.at desc, c.id desc) from registration_change c where"
            + " c.registration_id = r.id) as history, (select jsonb_agg(jsonb_build_object('id',"
            + " m.id, 'subject', m.subject, 'state', m.state, 'at', coalesce(m.sent_at,"
            + " m.created_at), 'error', coalesce(m.last_error, '')) order by m.id desc) from"
            + " outbox_mail m where m.category = 'EVENT' and m.object_ref = ? and"
            + " lower(m.recipient) = lower(r.mail)) as mails"
            + DeskSql.FROM
            + " left join (select * from (select r.id, lag(r.id) over ("
            + order
            + ") as before, lead(r.id) over ("
            + order
            + ") as behind from registration r where "
            + sql.condition()
            + ") all_rows where all_rows.id = ?) n on n.id = r.id where r.event_id = ? and r.id = ?",
        values,
        row ->
            new DeskRegistration(
                DeskSql.row(row),
                JsonRows.list(JsonRows.value(row.getString("history")), DeskRepository::step),
                JsonRows.list(JsonRows.value(row.getString("mails")), DeskRepository::mail),
                row.getObject("before", Long.class),
                row.getObject("behind", Long.class)));
  }

  private static DeskRegistration.Mail mail(JsonObject row) {
    Instant at = JsonRows.time(row, "at");
    return new DeskRegistration.Mail(
        JsonRows.number(row, "id"),
        JsonRows.text(row, "subject"),
        JsonRows.text(row, "state"),
        at,
        JsonRows.text(row, "error"));
  }

  /** Hands out every row that the filter finds, one at a time: memory stays flat. */
  void each(long eventId, DeskFilter filter, Consumer<DeskRow> reader) {
    DeskSql sql = new DeskSql(eventId, filter);
    String select =
        "select "
            + DeskSql.NUMBERED
            + DeskSql.FROM
            + DeskSql.LINE
            + " where "
            + sql.condition()
            + DeskSql.order(filter.sort());
    List<Object> values = new ArrayList<>();
    values.add(eventId);
    values.addAll(sql.values());
    try (PreparedStatement statement = Rows.prepare(connection(), select, values)) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.accept(DeskSql.row(row));
        }
      }
    } catch (SQLException failed) {
      throw new PersistenceException(failed.getMessage(), failed);
    }
  }

  /**
   * Queues the last mail about the event to this person again.
   *
   * @return whether there was one
   */
  Optional<JsonValue> lastMail(String slug, String mail) {
    return Rows.first(
        connection(),
        "select jsonb_build_object('subject', subject, 'body', body) from outbox_mail where"
            + " category = 'EVENT' and object_ref = ? and lower(recipient) = lower(?) order by id"
            + " desc limit 1",
        List.of(slug, mail),
        row -> JsonRows.value(row.getString(1)));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
