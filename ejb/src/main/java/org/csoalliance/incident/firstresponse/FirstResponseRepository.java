package org.csoalliance.incident.firstresponse;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.platform.data.DataRepository;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.Rows;

/** Keeps drafts and versions of reports. Editors read everything, so no policy is added here. */
@Dependent
public class FirstResponseRepository {
  private static final int LOCK = 0x1_4C1E;

  private static final String SOURCE =
      "select i.id, i.reference, i.title, i.text, i.tlp, i.status, i.kind, i.severity,"
          + " i.occurred_at, i.occurred_precision, i.latitude, i.longitude,"
          + " i.exact_latitude, i.exact_longitude, i.area, i.ship_name,"
          + " i.ship_imo, i.ship_shown, a.name as reporter_name, c.name as company_name"
          + " from incident i left join account a on a.id = i.reporter_id"
          + " left join company c on c.id = i.company_id ";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public FirstResponseRepository() {}

  /** For tests: works through the given entity manager. */
  public FirstResponseRepository(EntityManager em) {
    this.em = em;
  }

  /** Makes equal submissions follow each other, and finds what the first one made. */
  Optional<Long> claim(UUID submissionKey) {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?, ?) as text)",
        List.of(LOCK, submissionKey.hashCode()),
        row -> row.getString(1));
    return Rows.first(
        connection(),
        "select id from first_response where submission_key = ?",
        List.of(submissionKey),
        row -> row.getLong(1));
  }

  /** A new report without any version. */
  long add(UUID submissionKey, Instant now) {
    return Rows.first(
            connection(),
            "insert into first_response (state, submission_key, created_at)"
                + " values ('DRAFT', ?, ?) returning id",
            Arrays.asList(submissionKey, now),
            row -> row.getLong(1))
        .orElseThrow();
  }

  /**
   * Locks the report until the end of the transaction, if it is still what the editor saw.
   *
   * @return the new lock; empty when somebody was faster, or there is none
   */
  Optional<Integer> lock(long id, int seen) {
    return Rows.first(
        connection(),
        "update first_response set lock = lock + 1 where id = ? and lock = ? returning lock",
        List.of(id, seen),
        row -> row.getInt(1));
  }

  /** The draft of a report, or its version of now where there is no draft, with its blocks. */
  Optional<FirstResponseSql.Row> editable(long id) {
    List<FirstResponseSql.Row> rows =
        Rows.list(
            connection(),
            FirstResponseSql.SELECT
                + "where f.id = ? and (v.number is null or v.number = f.current_number)"
                + " order by v.number nulls first limit 1",
            List.of(id),
            FirstResponseSql::row);
    return FirstResponseSql.withBlocks(connection(), rows).stream().findFirst();
  }

  /** The version that is read, with its blocks; withdrawn or not. */
  Optional<FirstResponseSql.Row> current(long id) {
    List<FirstResponseSql.Row> rows =
        Rows.list(
            connection(),
            FirstResponseSql.SELECT + "where f.id = ? and v.number = f.current_number",
            List.of(id),
            FirstResponseSql::row);
    return FirstResponseSql.withBlocks(connection(), rows).stream().findFirst();
  }

  /** Everything on the desk, drafts first, then the latest; at most 200. */
  List<DraftLine> desk() {
    return Rows.list(
        connection(),
        FirstResponseSql.SELECT
            + "where v.id = (select w.id from first_response_version w where w.report_id = f.id"
            + " and (w.number is null or w.number = f.current_number)"
            + " order by w.number nulls first limit 1)"
            + " order by v.number is not null, v.at desc, f.id desc limit 200",
        List.of(),
        row -> {
          FirstResponseSql.Row read = FirstResponseSql.row(row);
          return new DraftLine(
              read.report(),
              read.reference(),
              read.slug(),
              read.state(),
              read.content().title(),
              read.current(),
              read.number() == null,
              read.content().label(),
              read.at(),
              read.editor());
        });
  }

  /** Writes the draft anew, whole. */
  void saveDraft(long report, Content content, Reader editor, Instant now) {
    dropDraft(report);
    Position at = content.position();
    long version =
        Rows.first(
                connection(),
                "insert into first_response_version (report_id, at, editor_id, editor_name, title,"
                    + " kind, severity, occurred_at, occurred_precision, latitude, longitude, area,"
                    + " audience, tlp) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " returning id",
                Arrays.asList(
                    report,
                    now,
                    editor.accountId(),
                    editor.name(),
                    content.title(),
                    content.kind(),
                    content.severity(),
                    content.occurredAt(),
                    content.precision(),
                    at == null ? null : (Double) at.latitude(),
                    at == null ? null : (Double) at.longitude(),
                    content.area(),
                    content.audience(),
                    content.tlp()),
                row -> row.getLong(1))
            .orElseThrow();
    for (int place = 0; place < content.blocks().size(); place++) {
      Block block = content.blocks().get(place);
      Rows.change(
          connection(),
          "insert into first_response_block (version_id, place, part, at, audience, text)"
              + " values (?, ?, ?, ?, ?, ?)",
          version,
          place,
          block.part(),
          block.at(),
          block.audience(),
          block.text());
    }
  }

  /** Takes the draft away; what was published stays. */
  void dropDraft(long report) {
    Rows.change(
        connection(),
        "delete from first_response_version where report_id = ? and number is null",
        report);
  }

  /** Takes a report away that was never published. */
  void dropReport(long report) {
    Rows.change(
        connection(), "delete from first_response where id = ? and state = 'DRAFT'", report);
  }

  /** The next reference of the year, such as {@code FRR-2026-014}; no gap, no double. */
  String nextReference(int year) {
    int last =
        Rows.first(
                connection(),
                "insert into reference_counter (prefix, year, last) values ('FRR', ?, 1)"
                    + " on conflict (prefix, year)"
                    + " do update set last = reference_counter.last + 1 returning last",
                List.of(year),
                row -> row.getInt(1))
            .orElseThrow();
    return String.format(Locale.ROOT, "FRR-%04d-%03d", year, last);
  }

  /** The draft becomes the version that is read, and stands from now on. */
  void publish(long report, int number, Step step, String note, Reader editor, Instant now) {
    Rows.change(
        connection(),
        "update first_response_version set number = ?, step = ?, note = ?, at = ?, editor_id = ?,"
            + " editor_name = ? where report_id = ? and number is null",
        number,
        step,
        note,
        now,
        editor.accountId(),
        editor.name(),
        report);
    Rows.change(
        connection(),
        "update first_response set state = 'PUBLISHED', current_number = ?, withdrawn_at = null,"
            + " withdrawn_reason = '' where id = ? and state <> 'DRAFT'",
        number,
        report);
  }

  /** The first publication, with reference and address. */
  void open(long report, String reference, String slug, Instant now) {
    Rows.change(
        connection(),
        "update first_response set state = 'PUBLISHED', current_number = 1, reference = ?,"
            + " slug = ?, published_at = ? where id = ?",
        reference,
        slug,
        now,
        report);
  }

  /** Closes what came before the version to all but editors. */
  void closeBefore(long report, int number) {
    Rows.change(
        connection(), "update first_response set open_from = ? where id = ?", number, report);
  }

  /** Takes a report back. */
  void withdraw(long report, String reason, Instant now) {
    Rows.change(
        connection(),
        "update first_response set state = 'WITHDRAWN', withdrawn_at = ?, withdrawn_reason = ?"
            + " where id = ?",
        now,
        reason,
        report);
  }

  /** The incidents of these references, in their order; those that are not there are left out. */
  List<SourceFacts> sources(List<String> references) {
    if (references.isEmpty()) {
      return List.of();
    }
    return Rows.list(
        connection(),
        SOURCE + "where i.reference = any (?) order by i.occurred_at desc, i.id",
        List.of((Object) references),
        FirstResponseRepository::facts);
  }

  /** The newest incident of this title, for the demonstration. */
  Optional<SourceFacts> sourceByTitle(String title) {
    return Rows.first(
        connection(),
        SOURCE + "where i.title = ? order by i.occurred_at desc limit 1",
        List.of(title),
        FirstResponseRepository::facts);
  }

  /** The incidents behind a report. */
  List<SourceFacts> sources(long report) {
    return Rows.list(
        connection(),
        SOURCE
            + "join first_response_source s on s.incident_id = i.id where s.report_id = ?"
            + " order by i.occurred_at desc, i.id",
        List.of(report),
        FirstResponseRepository::facts);
  }

  /** Names the incidents behind a report anew. */
  void setSources(long report, List<SourceFacts> sources) {
    Rows.change(connection(), "delete from first_response_source where report_id = ?", report);
    sources.forEach(
        source ->
            Rows.change(
                connection(),
                "insert into first_response_source (report_id, incident_id) values (?, ?)",
                report,
                source.id()));
  }

  /** Versions and drafts that a person wrote, for the file of what is held on them. */
  List<Map<String, Object>> writtenBy(long account) {
    return DataRepository.held(
        connection(),
        "select f.reference, v.number, v.step, v.note, v.at, v.title from first_response_version v"
            + " join first_response f on f.id = v.report_id where v.editor_id = ? order by v.at",
        List.of(account));
  }

  /** Puts a word in place of a person's name. */
  void forget(long account, String word) {
    Rows.change(
        connection(),
        "update first_response_version set editor_name = ? where editor_id = ?",
        word,
        account);
  }

  private static SourceFacts facts(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double exact = row.getObject("exact_latitude", Double.class);
    return new SourceFacts(
        row.getLong("id"),
        FirstResponseSql.source(row),
        IncidentKind.valueOf(row.getString("kind")),
        row.getObject("severity", Integer.class),
        Rows.time(row, "occurred_at"),
        OccurredPrecision.valueOf(row.getString("occurred_precision")),
        latitude == null ? null : new Position(latitude, row.getDouble("longitude")),
        exact == null ? null : new Position(exact, row.getDouble("exact_longitude")),
        row.getString("area"),
        row.getString("text"),
        Rows.text(row, "ship_name"),
        Rows.text(row, "ship_imo"),
        row.getBoolean("ship_shown"),
        Rows.text(row, "reporter_name"),
        Rows.text(row, "company_name"));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
