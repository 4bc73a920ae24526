package org.csoalliance.incident.firstresponse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.sql.Rows;

/** What the rows of a report mean: report aliased {@code f}, version {@code v}, block {@code b}. */
final class FirstResponseSql {
  /** The label of title and facts of a version. */
  static final String LABEL = "case when v.audience = 'PUBLIC' then 'CLEAR' else v.tlp end";

  /** The label of a block of a version. */
  static final String BLOCK_LABEL =
      "case when v.audience = 'PUBLIC' and b.audience = 'PUBLIC' then 'CLEAR' else v.tlp end";

  static final String SELECT =
      "select f.id as report, f.reference, f.slug, f.state, f.current_number, f.open_from,"
          + " f.published_at, f.withdrawn_at, f.withdrawn_reason, f.lock, v.id as version, v.number,"
          + " v.step, v.note, v.at, v.editor_name, v.title, v.kind, v.severity, v.occurred_at,"
          + " v.occurred_precision, v.latitude, v.longitude, v.area, v.audience, v.tlp"
          + " from first_response f join first_response_version v on v.report_id = f.id ";

  private FirstResponseSql() {}

  /**
   * A version with its report.
   *
   * @param number null: the draft
   * @param content without its blocks
   */
  record Row(
      long report,
      String reference,
      String slug,
      State state,
      int current,
      int openFrom,
      Instant publishedAt,
      Instant withdrawnAt,
      String withdrawnReason,
      int lock,
      long version,
      Integer number,
      Step step,
      String note,
      Instant at,
      String editor,
      Content content) {

    Row with(List<Block> blocks) {
      return new Row(
          report,
          reference,
          slug,
          state,
          current,
          openFrom,
          publishedAt,
          withdrawnAt,
          withdrawnReason,
          lock,
          version,
          number,
          step,
          note,
          at,
          editor,
          content.with(blocks));
    }
  }

  static Row row(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Content content =
        new Content(
            row.getString("title"),
            IncidentKind.valueOf(row.getString("kind")),
            row.getObject("severity", Integer.class),
            Rows.time(row, "occurred_at"),
            OccurredPrecision.valueOf(row.getString("occurred_precision")),
            latitude == null ? null : new Position(latitude, row.getDouble("longitude")),
            row.getString("area"),
            Audience.valueOf(row.getString("audience")),
            Tlp.valueOf(row.getString("tlp")),
            List.of());
    return new Row(
        row.getLong("report"),
        row.getString("reference"),
        row.getString("slug"),
        State.valueOf(row.getString("state")),
        row.getInt("current_number"),
        row.getInt("open_from"),
        Rows.time(row, "published_at"),
        Rows.time(row, "withdrawn_at"),
        row.getString("withdrawn_reason"),
        row.getInt("lock"),
        row.getLong("version"),
        row.getObject("number", Integer.class),
        Step.valueOf(row.getString("step")),
        row.getString("note"),
        Rows.time(row, "at"),
        row.getString("editor_name"),
        content);
  }

  /** The rows with their blocks, by one statement more. */
  static List<Row> withBlocks(Connection connection, List<Row> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    Map<Long, List<Block>> blocks = new HashMap<>();
    StringBuilder marks = new StringBuilder("?");
    marks.append(", ?".repeat(rows.size() - 1));
    Rows.list(
        connection,
        "select version_id, part, at, audience, text from first_response_block"
            + " where version_id in ("
            + marks
            + ") order by version_id, place",
        rows.stream().map(Row::version).toList(),
        row ->
            blocks
                .computeIfAbsent(row.getLong("version_id"), version -> new ArrayList<>())
                .add(
                    new Block(
                        Part.valueOf(row.getString("part")),
                        Rows.time(row, "at"),
                        Audience.valueOf(row.getString("audience")),
                        row.getString("text"))));
    return rows.stream()
        .map(row -> row.with(blocks.getOrDefault(row.version(), List.of())))
        .toList();
  }

  /** An incident as a source; alias {@code i}, columns as they are. */
  static Source source(ResultSet row) throws SQLException {
    Tlp tlp = Tlp.valueOf(row.getString("tlp"));
    IncidentStatus status = IncidentStatus.valueOf(row.getString("status"));
    boolean published = status == IncidentStatus.CONFIRMED || status == IncidentStatus.DISPUTED;
    return new Source(
        row.getString("reference"),
        row.getString("title"),
        tlp,
        tlp == Tlp.CLEAR && !published ? Tlp.GREEN : tlp);
  }
}
