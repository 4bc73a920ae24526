package org.csoalliance.incident.firstresponse;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;

/** Reads published reports; every statement holds the labels that the reader may read. */
@Dependent
public class FirstResponseListRepository {
  private static final int LEAD = 280;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public FirstResponseListRepository() {}

  /** For tests: reads through the given entity manager. */
  public FirstResponseListRepository(EntityManager em) {
    this.em = em;
  }

  private static final String LINES =
      "select f.reference, f.slug, f.state, v.title, v.kind, v.severity, v.area, v.number, v.step,"
          + " f.published_at, v.at, "
          + FirstResponseSql.LABEL
          + " as label, coalesce((select left(b.text, "
          + LEAD
          + ") from first_response_block b where b.version_id = v.id and b.part = 'KNOWN' and "
          + FirstResponseSql.BLOCK_LABEL
          + " = any (?) order by b.place limit 1), '') as lead from first_response f"
          + " join first_response_version v on v.report_id = f.id and v.number = f.current_number"
          + " where f.state = 'PUBLISHED' and "
          + FirstResponseSql.LABEL
          + " = any (?)";

  /** How many reports there are by year of publication (UTC), the newest year first. */
  Map<Integer, Integer> years(Reader reader) {
    Map<Integer, Integer> years = new LinkedHashMap<>();
    Rows.list(
            connection(),
            "select cast(extract(year from f.published_at at time zone 'UTC') as int) as year,"
                + " cast(count(*) as int) as reports from first_response f"
                + " join first_response_version v on v.report_id = f.id"
                + " and v.number = f.current_number where f.state = 'PUBLISHED' and "
                + FirstResponseSql.LABEL
                + " = any (?) group by 1 order by 1 desc",
            List.of((Object) Audiences.readable(reader)),
            row -> Map.entry(row.getInt("year"), row.getInt("reports")))
        .forEach(year -> years.put(year.getKey(), year.getValue()));
    return years;
  }

  /** Reports published from one moment until before another, the newest first. */
  List<ReportLine> between(Reader reader, Instant from, Instant to, int skip, int most) {
    List<String> labels = Audiences.readable(reader);
    return Rows.list(
        connection(),
        LINES
            + " and f.published_at >= ? and f.published_at < ?"
            + " order by f.published_at desc, f.id desc offset ? limit ?",
        List.of(labels, labels, from, to, skip, most),
        FirstResponseListRepository::line);
  }

  /**
   * The newest reports.
   *
   * @param before those behind this reference in the order of the list; null: from the start
   */
  List<ReportLine> newest(Reader reader, String before, int most) {
    List<String> labels = Audiences.readable(reader);
    List<Object> values = new ArrayList<>(List.of(labels, labels));
    String behind = "";
    if (before != null) {
      behind =
          " and (f.published_at, f.id) < (select g.published_at, g.id from first_response g"
              + " where g.reference = ?)";
      values.add(before);
    }
    values.add(most);
    return Rows.list(
        connection(),
        LINES + behind + " order by f.published_at desc, f.id desc limit ?",
        values,
        FirstResponseListRepository::line);
  }

  /** All published versions of a report, the newest first, without their blocks. */
  List<FirstResponseSql.Row> versions(String slugOrReference) {
    return Rows.list(
        connection(),
        FirstResponseSql.SELECT
            + "where (f.slug = ? or f.reference = ?) and v.number is not null"
            + " order by v.number desc",
        List.of(slugOrReference, slugOrReference),
        FirstResponseSql::row);
  }

  /** The same rows with their blocks. */
  List<FirstResponseSql.Row> withBlocks(List<FirstResponseSql.Row> rows) {
    return FirstResponseSql.withBlocks(connection(), rows);
  }

  /** The incidents behind a report that the reader may see. */
  List<Source> sources(Reader reader, long report) {
    SqlCondition readable =
        SharingPolicy.mayRead(reader, "i", "i.status in ('CONFIRMED', 'DISPUTED')");
    List<Object> values = new ArrayList<>(List.of(report));
    values.addAll(readable.parameters());
    return Rows.list(
        connection(),
        "select i.reference, i.title, i.tlp, i.status from first_response_source s"
            + " join incident i on i.id = s.incident_id where s.report_id = ? and "
            + readable.sql()
            + " and i.status <> 'WITHDRAWN' order by i.occurred_at desc, i.id",
        values,
        FirstResponseSql::source);
  }

  private static ReportLine line(ResultSet row) throws SQLException {
    return new ReportLine(
        row.getString("reference"),
        row.getString("slug"),
        State.valueOf(row.getString("state")),
        row.getString("title"),
        IncidentKind.valueOf(row.getString("kind")),
        row.getObject("severity", Integer.class),
        row.getString("area"),
        Tlp.valueOf(row.getString("label")),
        row.getString("lead"),
        row.getInt("number"),
        Step.valueOf(row.getString("step")),
        Rows.time(row, "published_at"),
        Rows.time(row, "at"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
