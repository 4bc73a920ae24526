package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Keeps what editors have to look at; at most one open review an incident. */
@Dependent
public class IncidentReviewRepository implements IncidentPart<OpenReview> {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IncidentReviewRepository() {}

  /** For tests. */
  public IncidentReviewRepository(EntityManager em) {
    this.em = em;
  }

  /** Asks for a look; what was asked before and not done stays asked. */
  void ask(long incident, int version, Collection<ReviewReason> why, Long author, Instant now) {
    Rows.change(
        connection(),
        "insert into incident_review as r (incident_id, version, reasons, author_id, asked_at)"
            + " values (?, ?, cast(? as text[]), ?, ?)"
            + " on conflict (incident_id) where decided_at is null do update"
            + " set version = excluded.version, author_id = excluded.author_id, reasons ="
            + " array(select distinct unnest(r.reasons || excluded.reasons) order by 1)",
        incident,
        version,
        why.stream().map(Enum::name).toList(),
        author,
        now);
  }

  /**
   * A report that no editor has judged, and of which nobody was ever asked to look at anything.
   *
   * @param version its newest
   */
  record Unasked(long incident, int version, Long author) {}

  /** Some of them after an incident, in the order of their numbers, locked. */
  List<Unasked> unasked(long after, int most) {
    return Rows.list(
        connection(),
        "select i.id, v.number, v.author_id from incident i join lateral (select w.number,"
            + " w.author_id from incident_version w where w.incident_id = i.id"
            + " order by w.number desc limit 1) v on true"
            + " where i.status = 'REPORTED' and i.id > ? and not exists (select 1 from"
            + " incident_review r where r.incident_id = i.id) order by i.id limit ?"
            + " for update of i skip locked",
        row -> new Unasked(row.getLong(1), row.getInt(2), row.getObject(3, Long.class)),
        after,
        most);
  }

  /** What is asked of editors about an incident. */
  Optional<OpenReview> open(long incident) {
    return Rows.list(
            connection(),
            "select version, reasons, asked_at, author_id from incident_review"
                + " where incident_id = ? and decided_at is null",
            IncidentReviewRepository::open,
            incident)
        .stream()
        .findFirst();
  }

  private static OpenReview open(ResultSet row) throws SQLException {
    return new OpenReview(
        row.getInt("version"),
        reasons(row),
        Rows.time(row, "asked_at"),
        row.getObject("author_id", Long.class));
  }

  static List<ReviewReason> reasons(ResultSet row) throws SQLException {
    java.sql.Array reasons = row.getArray("reasons");
    return reasons == null
        ? List.of()
        : Arrays.stream((String[]) reasons.getArray()).map(ReviewReason::valueOf).toList();
  }

  /** An editor has looked. */
  void done(long incident, Reader editor, String note, Instant now) {
    Rows.change(
        connection(),
        "update incident_review set decided_at = ?, decided_by = ?, decided_name = ?, note = ?"
            + " where incident_id = ? and decided_at is null",
        now,
        editor.accountId(),
        editor.name(),
        note,
        incident);
  }

  @Override
  public Class<OpenReview> type() {
    return OpenReview.class;
  }

  @Override
  public SqlCondition column(Reader reader) {
    boolean editor = reader.is(Role.EDITOR);
    String what = editor ? "r.reasons" : "array[]::text[]";
    // that a version asks for a look for a death or a minor alone, others do not learn
    String told = editor ? "" : " and 'NEW_VERSION' = any (r.reasons)";
    return new SqlCondition(
        "select jsonb_build_object('version', r.version, 'since', r.asked_at, 'reasons', "
            + what
            + ") from incident_review r where r.incident_id = i.id and r.decided_at is null"
            + told,
        List.of());
  }

  @Override
  public OpenReview read(JsonValue value, Seen seen) {
    return value instanceof JsonObject row
        ? new OpenReview(
            row.getInt("version"),
            row.getJsonArray("reasons").getValuesAs(JsonString.class).stream()
                .map(each -> ReviewReason.valueOf(each.getString()))
                .toList(),
            JsonRows.time(row, "since"),
            null)
        : OpenReview.NONE;
  }

  private Connection connection() {
    em.flush();
    return em.unwrap(Connection.class);
  }
}
