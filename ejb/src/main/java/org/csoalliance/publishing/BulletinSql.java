package org.csoalliance.publishing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.platform.sql.Rows;

/** How versions of bulletins are read. */
final class BulletinSql {
  static final String SELECT =
      "select b.id, b.slug, b.current_number, b.published_at, b.withdrawn_at, b.withdrawn_reason,"
          + " b.lock, v.id as version_id, v.number, v.stage, v.note, v.at, v.editor_name,"
          + " v.editor_id, v.authors, v.reviewer_id, v.reviewer_name, v.held, v.kind, v.title,"
          + " v.day, v.audience, v.introduction, v.publish_at, v.mail"
          + " from bulletin b join bulletin_version v on v.bulletin_id = b.id ";

  private BulletinSql() {}

  /** A bulletin with one of its versions. */
  record Row(
      long bulletin,
      String slug,
      int current,
      Instant publishedAt,
      Instant withdrawnAt,
      String withdrawnReason,
      int lock,
      long version,
      Integer number,
      Stage stage,
      String note,
      Instant at,
      String editor,
      Long editorId,
      Set<Long> authors,
      Long reviewerId,
      String reviewer,
      String held,
      Content content,
      Instant publishAt,
      boolean mail) {

    Row with(Content other) {
      return new Row(
          bulletin,
          slug,
          current,
          publishedAt,
          withdrawnAt,
          withdrawnReason,
          lock,
          version,
          number,
          stage,
          note,
          at,
          editor,
          editorId,
          authors,
          reviewerId,
          reviewer,
          held,
          other,
          publishAt,
          mail);
    }
  }

  /** A row of {@link #SELECT}, without its sections. */
  static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("slug"),
        row.getInt("current_number"),
        Rows.time(row, "published_at"),
        Rows.time(row, "withdrawn_at"),
        Rows.text(row, "withdrawn_reason"),
        row.getInt("lock"),
        row.getLong("version_id"),
        row.getObject("number", Integer.class),
        Stage.valueOf(row.getString("stage")),
        Rows.text(row, "note"),
        Rows.time(row, "at"),
        Rows.text(row, "editor_name"),
        row.getObject("editor_id", Long.class),
        numbers(row.getArray("authors")),
        row.getObject("reviewer_id", Long.class),
        Rows.text(row, "reviewer_name"),
        Rows.text(row, "held"),
        new Content(
            Kind.valueOf(row.getString("kind")),
            Rows.text(row, "title"),
            Rows.day(row, "day"),
            Audience.valueOf(row.getString("audience")),
            Rows.text(row, "introduction"),
            List.of()),
        Rows.time(row, "publish_at"),
        row.getBoolean("mail"));
  }

  /** The rows with their sections, by one more statement. */
  static List<Row> withSections(Connection connection, List<Row> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    Map<Long, List<Section>> sections = new HashMap<>();
    Rows.list(
        connection,
        "select version_id, kicker, title, anchor, teaser, text, audience, groups"
            + " from bulletin_section where version_id = any (cast(? as bigint[]))"
            + " order by version_id, place",
        List.of(array(rows.stream().map(Row::version).toList())),
        row ->
            sections
                .computeIfAbsent(row.getLong("version_id"), any -> new ArrayList<>())
                .add(
                    new Section(
                        Rows.text(row, "kicker"),
                        Rows.text(row, "title"),
                        row.getString("anchor"),
                        Rows.text(row, "teaser"),
                        Rows.text(row, "text"),
                        Audience.valueOf(row.getString("audience")),
                        numbers(row.getArray("groups")))));
    return rows.stream()
        .map(row -> row.with(row.content().with(sections.getOrDefault(row.version(), List.of()))))
        .toList();
  }

  /** Numbers as PostgreSQL reads them into an array. */
  static String array(Iterable<Long> numbers) {
    StringBuilder text = new StringBuilder("{");
    for (Long number : numbers) {
      text.append(text.length() > 1 ? "," : "").append(number);
    }
    return text.append('}').toString();
  }

  /** Numbers parted by blanks; none for null. */
  static Set<Long> numbers(String text) {
    Set<Long> numbers = new HashSet<>();
    if (text != null && !text.isBlank()) {
      for (String number : text.split(" ")) {
        numbers.add(Long.valueOf(number));
      }
    }
    return numbers;
  }

  private static Set<Long> numbers(Array array) throws SQLException {
    return array == null ? Set.of() : new HashSet<>(Arrays.asList((Long[]) array.getArray()));
  }
}
