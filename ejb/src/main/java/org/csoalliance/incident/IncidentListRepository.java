package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.schema.SchemaMigrator;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/**
 * Reads incidents as rows, without entities: one statement a page, whatever its length. Every
 * statement holds the sharing policy for the reader.
 */
@Dependent
public class IncidentListRepository {
  private static final int FETCH_SIZE = 500;
  private static final String COLUMNS =
      "i.id, i.reference, i.kind, i.status, i.severity, i.occurred_at, i.occurred_precision,"
          + " i.utc_offset_minutes, i.latitude, i.longitude, i.area, i.tlp, i.title, i.text,"
          + " i.ship_name, i.ship_imo, i.ship_type, i.ship_flag, i.ship_shown, i.source,"
          + " i.source_reference, i.source_words, i.updated_at, i.reporter_id, i.company_id";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  @Inject private SchemaMigrator migrator;
  private DataSource dataSource;

  /** Made by the container. */
  public IncidentListRepository() {}

  /** For tests: reads through the given entity manager, and streams from the given source. */
  public IncidentListRepository(EntityManager em, DataSource dataSource) {
    this.em = em;
    this.dataSource = dataSource;
  }

  /** At most so many rows beyond the cursor (null: from the start), in the order of the list. */
  List<IncidentRow> page(IncidentFilter filter, Reader reader, IncidentCursor cursor, int most) {
    boolean forward = cursor == null || cursor.forward();
    SqlText sql = new SqlText().add("select " + COLUMNS + " from incident i where ");
    IncidentConditions.add(sql, filter, reader);
    if (cursor != null) {
      sql.add(" and ");
      cursor.add(sql);
    }
    sql.add(" order by " + IncidentCursor.order(filter.sort(), forward) + " limit ?", most);
    List<IncidentRow> rows = query(sql, IncidentListRepository::row);
    if (!forward) {
      Collections.reverse(rows);
    }
    return rows;
  }

  /** How many rows the filter selects for this reader. */
  long count(IncidentFilter filter, Reader reader) {
    SqlText sql = new SqlText().add("select count(*) from incident i where ");
    IncidentConditions.add(sql, filter, reader);
    return query(sql, row -> row.getLong(1)).get(0);
  }

  /** How many there are, in all and since two moments, and when the oldest happened. */
  record Counts(long total, long inMonth, long inYear, Instant oldest) {}

  Counts counts(IncidentFilter filter, Reader reader, Instant month, Instant year) {
    SqlText sql =
        new SqlText()
            .add("select count(*), count(*) filter (where i.occurred_at >= ?),", month)
            .add(" count(*) filter (where i.occurred_at >= ?), min(i.occurred_at)", year)
            .add(" from incident i where ");
    IncidentConditions.add(sql, filter, reader);
    return query(sql, IncidentListRepository::counts).get(0);
  }

  private static Counts counts(ResultSet row) throws SQLException {
    OffsetDateTime oldest = row.getObject(4, OffsetDateTime.class);
    return new Counts(
        row.getLong(1), row.getLong(2), row.getLong(3), oldest == null ? null : oldest.toInstant());
  }

  /** The newest reports of this reader, of any status. */
  List<IncidentRow> mine(Reader reader, int most) {
    SqlText sql =
        new SqlText()
            .add(
                "select " + COLUMNS + " from incident i where i.reporter_id = ?",
                reader.accountId())
            .add(" order by i.created_at desc, i.id desc limit ?", most);
    return query(sql, IncidentListRepository::row);
  }

  /** The editors' queue in one statement; editors read everything, so no policy is added. */
  EditorQueue queue(EditorQueue.View view, Instant today, Instant overdue) {
    SqlText sql =
        new SqlText()
            .add("select * from (select count(*) filter (where status = 'REPORTED') as to_check,")
            .add(" count(*) filter (where status = 'DISPUTED') as disputed,")
            .add(" count(*) filter (where status = 'REPORTED' and created_at < ?)", overdue)
            .add(" as overdue, (select count(distinct incident_id) from incident_status_change")
            .add(" where at >= ? and from_status is not null) as done_today", today)
            .add(" from incident where source = 'MEMBER' and status in ('REPORTED', 'DISPUTED'))")
            .add(" counts left join (select " + COLUMNS)
            .add(", i.persons_harmed, i.contact, i.created_at, a.name as reporter_name")
            .add(", c.name as company_name, row_number() over (order by ");
    boolean done = view == EditorQueue.View.DONE_TODAY;
    sql.add(
        done
            ? "i.updated_at desc"
            : "i.severity nulls last, i.persons_harmed <> 'YES',"
                + " i.kind not in ('HIJACK', 'KIDNAP', 'ATTACK'), i.created_at");
    sql.add(", i.id) as place from incident i left join account a on a.id = i.reporter_id")
        .add(" left join company c on c.id = i.company_id where ");
    if (done) {
      sql.add("exists (select 1 from incident_status_change h where h.incident_id = i.id")
          .add(" and h.at >= ? and h.from_status is not null)", today);
    } else {
      String status = view == EditorQueue.View.TO_CHECK ? "REPORTED" : "DISPUTED";
      sql.add("i.source = 'MEMBER' and i.status = ?", status);
    }
    sql.add(" order by place limit 200) reports on true order by place");
    boolean waiting = view == EditorQueue.View.TO_CHECK;
    List<EditorQueue> rows = query(sql, row -> queue(row, waiting));
    // the counts stand on every row, and alone on the one row of an empty view
    EditorQueue first = rows.get(0);
    return new EditorQueue(
        first.toCheck(),
        first.disputed(),
        first.doneToday(),
        first.overdue(),
        rows.stream().flatMap(row -> row.items().stream()).toList());
  }

  private static EditorQueue queue(ResultSet row, boolean waiting) throws SQLException {
    boolean report = row.getObject("id") != null;
    return new EditorQueue(
        row.getLong("to_check"),
        row.getLong("disputed"),
        row.getLong("done_today"),
        row.getLong("overdue"),
        report ? List.of(entry(row, waiting)) : List.of());
  }

  private static EditorQueue.Entry entry(ResultSet row, boolean waiting) throws SQLException {
    IncidentSummary summary = row(row).full();
    return new EditorQueue.Entry(
        summary,
        waiting ? time(row, "created_at") : summary.updatedAt(),
        row.getString("reporter_name"),
        row.getString("company_name"),
        row.getString("contact"),
        PersonsHarmed.valueOf(row.getString("persons_harmed")));
  }

  /** One incident with the names behind it, if this reader may see it. */
  Optional<IncidentRow.Whole> find(String reference, Reader reader) {
    SqlText sql =
        new SqlText()
            .add("select " + COLUMNS)
            .add(", i.persons_harmed, i.harm_note, i.told, i.contact, i.created_at, i.version")
            .add(", a.name as reporter_name, c.name as company_name from incident i")
            .add(" left join account a on a.id = i.reporter_id")
            .add(" left join company c on c.id = i.company_id where i.reference = ?", reference)
            .add(" and ")
            .add(SharingPolicy.mayRead(reader, "i", IncidentConditions.PUBLISHED));
    return query(sql, row -> new IncidentRow.Whole(row(row), more(row))).stream().findFirst();
  }

  /** The history of an incident, oldest first. */
  List<IncidentRow.Step> history(long incidentId) {
    SqlText sql =
        new SqlText()
            .add("select at, from_status, to_status, severity, reason, actor_name, actor_id")
            .add(" from incident_status_change where incident_id = ? order by at, id", incidentId);
    return query(sql, IncidentListRepository::step);
  }

  /**
   * Hands over the whole selection in the order of the list, some hundred rows at a time, over a
   * connection of its own. Must not run inside a transaction.
   */
  void stream(IncidentFilter filter, Reader reader, Consumer<IncidentRow> consumer) {
    SqlText sql = new SqlText().add("select " + COLUMNS + " from incident i where ");
    IncidentConditions.add(sql, filter, reader);
    sql.add(" order by " + IncidentCursor.order(filter.sort(), true));
    DataSource source = dataSource == null ? migrator.dataSource() : dataSource;
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false); // else the driver reads all rows at once
      try (PreparedStatement statement = prepare(connection, sql)) {
        statement.setFetchSize(FETCH_SIZE);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            consumer.accept(row(rows));
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new PersistenceException("Incidents could not be read", e);
    }
  }

  /** The markers inside the bounds, one for each square of the grid that holds any. */
  List<MapCell> map(IncidentFilter filter, Reader reader, Box bounds, double cellDegrees) {
    String longitude =
        bounds.crossesAntimeridian()
            ? "case when i.longitude < 0 then i.longitude + 360 else i.longitude end"
            : "i.longitude";
    SqlText sql =
        new SqlText()
            .add("select count(*), avg(i.latitude), avg(" + longitude + "), min(i.severity),")
            .add(" mode() within group (order by i.kind), min(i.reference), min(i.title),")
            .add(" min(i.status), max(i.occurred_at) from incident i where ");
    IncidentConditions.add(sql, filter, reader);
    sql.add(" and ");
    IncidentConditions.within(sql, bounds);
    sql.add(
            " group by floor(i.latitude / ?), floor((" + longitude + ") / ? + 0.5)",
            cellDegrees,
            cellDegrees)
        .add(" order by 1 desc, 6");
    return query(sql, IncidentListRepository::cell);
  }

  private <T> List<T> query(SqlText sql, RowMapper<T> mapper) {
    Connection connection = em.unwrap(Connection.class);
    if (connection == null) {
      throw new IllegalStateException("Incidents are read in a transaction only");
    }
    try (PreparedStatement statement = prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(mapper.map(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new PersistenceException("Incidents could not be read", e);
    }
  }

  private static PreparedStatement prepare(Connection connection, SqlText sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.sql());
    int index = 1;
    for (Object value : sql.parameters()) {
      Object bound = value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
      statement.setObject(index++, bound);
    }
    return statement;
  }

  private interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private static IncidentRow row(ResultSet row) throws SQLException {
    IncidentSummary full =
        new IncidentSummary(
            row.getLong("id"),
            row.getString("reference"),
            IncidentKind.valueOf(row.getString("kind")),
            IncidentStatus.valueOf(row.getString("status")),
            number(row, "severity"),
            time(row, "occurred_at"),
            OccurredPrecision.valueOf(row.getString("occurred_precision")),
            number(row, "utc_offset_minutes"),
            row.getObject("latitude") == null
                ? null
                : new Position(row.getDouble("latitude"), row.getDouble("longitude")),
            row.getString("area"),
            Tlp.valueOf(row.getString("tlp")),
            row.getString("title"),
            row.getString("text"),
            given(row, "ship_name"),
            given(row, "ship_imo"),
            given(row, "ship_type"),
            given(row, "ship_flag"),
            IncidentSource.valueOf(row.getString("source")),
            row.getString("source_reference"),
            row.getString("source_words"),
            time(row, "updated_at"));
    return new IncidentRow(
        full,
        row.getBoolean("ship_shown"),
        row.getObject("reporter_id", Long.class),
        row.getObject("company_id", Long.class));
  }

  private static IncidentRow.More more(ResultSet row) throws SQLException {
    return new IncidentRow.More(
        PersonsHarmed.valueOf(row.getString("persons_harmed")),
        row.getString("harm_note"),
        row.getString("told"),
        row.getString("contact"),
        row.getString("reporter_name"),
        row.getString("company_name"),
        time(row, "created_at"),
        row.getInt("version"));
  }

  private static IncidentRow.Step step(ResultSet row) throws SQLException {
    String from = row.getString("from_status");
    return new IncidentRow.Step(
        new StatusChange(
            time(row, "at"),
            from == null ? null : IncidentStatus.valueOf(from),
            IncidentStatus.valueOf(row.getString("to_status")),
            number(row, "severity"),
            row.getString("reason"),
            row.getString("actor_name")),
        row.getObject("actor_id", Long.class));
  }

  private static MapCell cell(ResultSet row) throws SQLException {
    int count = row.getInt(1);
    double longitude = row.getDouble(3);
    boolean single = count == 1;
    return new MapCell(
        count,
        new Position(row.getDouble(2), longitude > 180 ? longitude - 360 : longitude),
        row.getObject(4) == null ? null : (Integer) row.getInt(4),
        IncidentKind.valueOf(row.getString(5)),
        single ? row.getString(6) : null,
        single ? row.getString(7) : null,
        single ? IncidentStatus.valueOf(row.getString(8)) : null,
        row.getObject(9, OffsetDateTime.class).toInstant());
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Integer number(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : (Integer) row.getInt(column);
  }

  private static String given(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null || text.isEmpty() ? null : text;
  }
}
