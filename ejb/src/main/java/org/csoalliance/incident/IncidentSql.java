package org.csoalliance.incident;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** The columns of an incident, aliased {@code i}, and what a row of them means. */
final class IncidentSql {
  static final String ALL =
      "i.id, i.reference, i.kind, i.status, i.severity, i.occurred_at, i.occurred_precision,"
          + " i.utc_offset_minutes, i.latitude, i.longitude, i.area, i.tlp, i.title, i.text,"
          + " i.ship_name, i.ship_imo, i.ship_type, i.ship_flag, i.ship_shown, i.source,"
          + " i.source_reference, i.source_words, i.changed_at, i.news_at, i.reporter_id, i.company_id,"
          + " i.blur_nm, i.attribution, i.shared_with";

  /**
   * The name of who reported it, account aliased {@code a}: whoever does not serve the company any
   * more for which the report was made is a former member.
   */
  static final String REPORTER =
      "case when i.company_id is not null and a.company_id is distinct from i.company_id"
          + " then 'Former member' else a.name end as reporter_name";

  private IncidentSql() {}

  static IncidentRow row(ResultSet row) throws SQLException {
    IncidentSummary full =
        new IncidentSummary(
            row.getLong("id"),
            row.getString("reference"),
            IncidentKind.valueOf(row.getString("kind")),
            IncidentStatus.valueOf(row.getString("status")),
            number(row, "severity"),
            Rows.time(row, "occurred_at"),
            OccurredPrecision.valueOf(row.getString("occurred_precision")),
            number(row, "utc_offset_minutes"),
            position(row),
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
            Rows.time(row, "changed_at"),
            row.getDouble("blur_nm"));
    return new IncidentRow(
        full,
        row.getBoolean("ship_shown"),
        row.getObject("reporter_id", Long.class),
        row.getObject("company_id", Long.class),
        Attribution.valueOf(row.getString("attribution")),
        Set.of((Long[]) row.getArray("shared_with").getArray()),
        Rows.time(row, "news_at"));
  }

  private static Position position(ResultSet row) throws SQLException {
    double latitude = row.getDouble("latitude");
    return row.wasNull() ? null : new Position(latitude, row.getDouble("longitude"));
  }

  /** A row that was read with its column {@code details}. */
  static IncidentRow.Detailed detailed(ResultSet row) throws SQLException {
    return new IncidentRow.Detailed(
        row(row), JsonRows.value(row.getString("details")).asJsonObject());
  }

  static IncidentRow.More more(ResultSet row) throws SQLException {
    return new IncidentRow.More(
        PersonsHarmed.valueOf(row.getString("persons_harmed")),
        row.getString("harm_note"),
        row.getString("told"),
        row.getString("contact"),
        row.getString("reporter_name"),
        row.getString("company_name"),
        Rows.time(row, "created_at"),
        row.getInt("version"));
  }

  static IncidentRow.Step step(JsonObject step) {
    String from = JsonRows.text(step, "from");
    Long severity = JsonRows.number(step, "severity");
    return new IncidentRow.Step(
        new StatusChange(
            JsonRows.time(step, "at"),
            from == null ? null : IncidentStatus.valueOf(from),
            IncidentStatus.valueOf(JsonRows.text(step, "to")),
            severity == null ? null : severity.intValue(),
            JsonRows.text(step, "reason"),
            JsonRows.text(step, "name")),
        JsonRows.number(step, "actor"));
  }

  static Integer number(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? null : (Integer) row.getInt(column);
  }

  static String given(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null || text.isEmpty() ? null : text;
  }
}
