package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/**
 * Reads incidents as rows, without entities: one statement a page, whatever its length. Every
 * statement holds the sharing policy for the reader.
 */
@Dependent
public class IncidentListRepository {
  private static final int FETCH_SIZE = 500;
  private static final String DETAILS = ", i.details";

  /** The steps of an incident's history, oldest first, beside its account and its incident. */
  private static final String HISTORY =
      "select jsonb_agg(jsonb_build_object('at', s.at, 'from', s.from_status, 'to', s.to_status,"
          + " 'severity', s.severity, 'reason', s.reason, 'actor', s.actor_id, 'name',"
          + " case when s.actor_id = i.reporter_id and i.company_id is not null"
          + " and a.company_id is distinct from i.company_id then 'Former member'"
          + " else s.actor_name end) order by s.at, s.id)"
          + " from incident_status_change s where s.incident_id = i.id";

  private static final String MEMBERS = "count(*) filter (where i.source = 'MEMBER'";

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
    return page(new Window(filter, reader, cursor, most), "", IncidentSql::row);
  }

  /** The same, each row with the details that every reader of the incident may see. */
  List<IncidentRow.Detailed> pageDetails(
      IncidentFilter filter, Reader reader, IncidentCursor cursor, int most) {
    return page(new Window(filter, reader, cursor, most), DETAILS, IncidentSql::detailed);
  }

  private record Window(IncidentFilter filter, Reader reader, IncidentCursor cursor, int most) {}

  private <T> List<T> page(Window window, String more, Rows.Reading<T> reading) {
    boolean[] told = new boolean[1];
    List<T> rows =
        page(
            window,
            more + ", i.merged_into",
            row -> {
              told[0] |= row.getObject("merged_into") != null;
              return reading.read(row);
            },
            IncidentConditions::addEvery);
    // Seldom does an account of an incident stand in a page. Whether it is to be left out is asked
    // only then: with that question the database plans for longer than it reads.
    return told[0] ? page(window, more, reading, IncidentConditions::add) : rows;
  }

  private <T> List<T> page(
      Window window, String more, Rows.Reading<T> reading, IncidentConditions.Adding conditions) {
    IncidentCursor cursor = window.cursor();
    boolean forward = cursor == null || cursor.forward();
    SqlText sql = new SqlText().add("select " + IncidentSql.ALL + more + " from incident i where ");
    conditions.add(sql, window.filter(), window.reader());
    if (cursor != null) {
      sql.add(" and ");
      cursor.add(sql);
    }
    String order = IncidentCursor.order(window.filter().sort(), forward);
    sql.add(" order by " + order + " limit ?", window.most());
    List<T> rows = rows(sql, reading);
    if (!forward) {
      Collections.reverse(rows);
    }
    return rows;
  }

  /**
   * How many rows the filter selects for this reader.
   *
   * @param members the reports of members among them
   */
  record Counted(long total, long members) {
    SmallCount of(Reader reader) {
      return SmallCount.ofList(reader, total, members);
    }
  }

  /** How many rows the filter selects for this reader, at most so many: nobody counts further. */
  Counted count(IncidentFilter filter, Reader reader, long most) {
    SqlText sql =
        new SqlText()
            .add("select count(*), " + MEMBERS + ") from (select i.source from incident i where ");
    IncidentConditions.add(sql, filter, reader);
    sql.add(" limit ?) i", most);
    return rows(sql, row -> new Counted(row.getLong(1), row.getLong(2))).get(0);
  }

  /** How many there are, in all and since two moments, and when the oldest happened. */
  record Counts(Counted total, Counted inMonth, Counted inYear, Instant oldest) {}

  Counts counts(IncidentFilter filter, Reader reader, Instant month, Instant year) {
    SqlText sql =
        new SqlText()
            .add("select count(*), " + MEMBERS + "),")
            .add(" count(*) filter (where i.occurred_at >= ?),", month)
            .add(MEMBERS + " and i.occurred_at >= ?),", month)
            .add(" count(*) filter (where i.occurred_at >= ?),", year)
            .add(MEMBERS + " and i.occurred_at >= ?), min(i.occurred_at)", year)
            .add(" from incident i where ");
    IncidentConditions.addForMany(sql, filter, reader);
    return rows(sql, IncidentListRepository::counts).get(0);
  }

  private static Counts counts(ResultSet row) throws SQLException {
    OffsetDateTime oldest = row.getObject(7, OffsetDateTime.class);
    return new Counts(
        new Counted(row.getLong(1), row.getLong(2)),
        new Counted(row.getLong(3), row.getLong(4)),
        new Counted(row.getLong(5), row.getLong(6)),
        oldest == null ? null : oldest.toInstant());
  }

  /** The newest reports of this reader, of any status. */
  List<IncidentRow> mine(Reader reader, int most) {
    SqlText sql =
        new SqlText()
            .add(
                "select " + IncidentSql.ALL + " from incident i where i.reporter_id = ?",
                reader.accountId())
            .add(" order by i.created_at desc, i.id desc limit ?", most);
    return rows(sql, IncidentSql::row);
  }

  /** One incident with the names and the rooms behind it, if this reader may see it. */
  Optional<IncidentRow.Whole> find(
      String reference, Reader reader, List<? extends IncidentPart<?>> parts) {
    SqlText sql =
        new SqlText()
            .add("select " + IncidentSql.ALL)
            .add(", i.persons_harmed, i.harm_note, i.told, i.contact, i.created_at, i.version")
            .add(
                ", "
                    + IncidentSql.REPORTER
                    + ", c.name as company_name, ("
                    + HISTORY
                    + ") as history");
    for (int n = 0; n < parts.size(); n++) {
      sql.add(", (").add(parts.get(n).column(reader)).add(") as part_" + n);
    }
    sql.add(" from incident i")
        .add(" left join account a on a.id = i.reporter_id")
        .add(" left join company c on c.id = i.company_id where i.reference = ?", reference)
        .add(" and ")
        .add(SharingPolicy.mayRead(reader, "i", IncidentConditions.PUBLISHED));
    return rows(
            sql,
            row ->
                new IncidentRow.Whole(
                    IncidentSql.row(row),
                    IncidentSql.more(row),
                    JsonRows.list(JsonRows.value(row.getString("history")), IncidentSql::step),
                    parts(row, parts.size())))
        .stream()
        .findFirst();
  }

  private static List<JsonValue> parts(ResultSet row, int count) throws SQLException {
    List<JsonValue> parts = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      parts.add(JsonRows.value(row.getString("part_" + n)));
    }
    return parts;
  }

  /**
   * Hands over the whole selection in the order of the list, some hundred rows at a time, over a
   * connection of its own, each row with the details that every reader of the incident may see.
   * Must not run inside a transaction.
   */
  void stream(IncidentFilter filter, Reader reader, Consumer<IncidentRow.Detailed> consumer) {
    SqlText sql =
        new SqlText().add("select " + IncidentSql.ALL + DETAILS + " from incident i where ");
    IncidentConditions.addForMany(sql, filter, reader);
    sql.add(" order by " + IncidentCursor.order(filter.sort(), true));
    DataSource source = dataSource == null ? migrator.dataSource() : dataSource;
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false); // else the driver reads all rows at once
      try (PreparedStatement statement = Rows.prepare(connection, sql.sql(), sql.parameters())) {
        statement.setFetchSize(FETCH_SIZE);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            consumer.accept(IncidentSql.detailed(rows));
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
            .add(" mode() within group (order by i.kind collate \"C\"), any_value(i.reference),")
            .add(
                " any_value(i.title), any_value(i.status), max(i.occurred_at), "
                    + MEMBERS
                    + ") from incident i where ");
    IncidentConditions.addForMany(sql, filter, reader);
    sql.add(" and ");
    IncidentConditions.within(sql, bounds);
    sql.add(
            " group by floor(i.latitude / ?), floor((" + longitude + ") / ? + 0.5)",
            cellDegrees,
            cellDegrees)
        .add(" order by 1 desc, 2, 3");
    return rows(sql, row -> cell(row, reader));
  }

  private static MapCell cell(ResultSet row, Reader reader) throws SQLException {
    int count = row.getInt(1);
    SmallCount told = SmallCount.ofList(reader, count, row.getLong(10));
    double longitude = row.getDouble(3);
    boolean single = count == 1;
    return new MapCell(
        single || !told.few() ? count : (int) told.shown(),
        new Position(row.getDouble(2), longitude > 180 ? longitude - 360 : longitude),
        row.getObject(4) == null ? null : (Integer) row.getInt(4),
        IncidentKind.valueOf(row.getString(5)),
        single ? row.getString(6) : null,
        single ? row.getString(7) : null,
        single ? IncidentStatus.valueOf(row.getString(8)) : null,
        row.getObject(9, OffsetDateTime.class).toInstant(),
        // one marker is the incident itself, which stands in the list
        !single && told.few());
  }

  private <T> List<T> rows(SqlText sql, Rows.Reading<T> reading) {
    return Rows.list(em.unwrap(Connection.class), sql.sql(), sql.parameters(), reading);
  }
}
