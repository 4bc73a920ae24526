package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Keeps the versions of reports; a row is written once. */
@Dependent
public class IncidentVersionRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IncidentVersionRepository() {}

  /** For tests. */
  public IncidentVersionRepository(EntityManager em) {
    this.em = em;
  }

  /** What stands in a version beside its answers. */
  record Head(int number, Stage stage, Instant at, String reason, UUID submissionKey) {}

  /** A version with all of its answers. */
  record Kept(int number, Stage stage, Form form, JsonObject answers) {}

  /** A version that came in under a submission key before. */
  record Known(String reference, int number, Long authorId) {}

  /** Keeps a version and hands what every reader may see of it to the lists and exports. */
  void add(
      Incident incident, Head head, Form form, JsonObject answers, Reader author, boolean editor) {
    JsonObject open = Answers.open(form, answers);
    change(
        "insert into incident_version (id, incident_id, number, stage, at, author_id, author_name,"
            + " by_editor, reason, form, form_version, open, ship, exact, sealed, submission_key)"
            + " values (nextval('incident_version_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), cast(? as jsonb),"
            + " cast(? as uuid))",
        incident.id(),
        head.number(),
        head.stage(),
        head.at(),
        author.accountId(),
        author.name(),
        editor,
        head.reason(),
        form.name(),
        FormCatalog.VERSION,
        open.toString(),
        Answers.ship(form, answers).toString(),
        Answers.exact(form, answers).toString(),
        Answers.sealed(form, answers).toString(),
        head.submissionKey() == null ? null : head.submissionKey().toString());
    change(
        "update incident set details = cast(? as jsonb) where id = ?",
        Answers.only(form, open, field -> !field.core()).toString(),
        incident.id());
  }

  /** Every version with all of its answers, oldest first: for the own side and editors. */
  List<Kept> all(long incidentId) {
    return Rows.list(
        connection(),
        "select number, stage, form, open || ship || exact || sealed as answers"
            + " from incident_version where incident_id = ? order by number",
        IncidentVersionRepository::kept,
        incidentId);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getInt("number"),
        Stage.valueOf(row.getString("stage")),
        form(row.getString("form")),
        JsonRows.value(row.getString("answers")).asJsonObject());
  }

  /** The form of a version; one that is gone leaves the answers to the form of the rest. */
  static Form form(String name) {
    FormCatalog catalog = FormCatalog.shipped();
    return catalog.form(name).orElseGet(() -> catalog.ofKind(IncidentKind.OTHER.name()));
  }

  /**
   * Makes equal submissions follow each other until the end of the transaction, and finds the
   * version that came in first.
   */
  Optional<Known> claim(UUID submissionKey) {
    Rows.list(
        connection(),
        "select cast(pg_advisory_xact_lock(?, ?) as text)",
        row -> 0,
        0x1_4C1E,
        submissionKey.hashCode());
    return known(submissionKey);
  }

  /** The version of a submission key. */
  Optional<Known> known(UUID submissionKey) {
    return Rows.list(
            connection(),
            "select i.reference, v.number, v.author_id from incident_version v"
                + " join incident i on i.id = v.incident_id"
                + " where v.submission_key = cast(? as uuid)",
            row ->
                new Known(
                    row.getString("reference"),
                    row.getInt("number"),
                    row.getObject("author_id", Long.class)),
            submissionKey.toString())
        .stream()
        .findFirst();
  }

  /**
   * Removes what tells of persons from versions of reports that were closed, or last added to,
   * before a moment.
   *
   * @param form whose personal fields are removed
   * @return how many versions held some
   */
  int forgetPersons(Form form, Instant before) {
    List<String> names =
        form.fields().stream().filter(field -> field.personal()).map(f -> f.name()).toList();
    return names.isEmpty()
        ? 0
        : Rows.change(
            connection(),
            "update incident_version v set sealed = v.sealed - cast(? as text[])"
                + " where v.form = ? and jsonb_exists_any(v.sealed, cast(? as text[]))"
                + " and coalesce((select min(f.at) from incident_version f"
                + " where f.incident_id = v.incident_id and f.stage = 'FINAL'),"
                + " (select max(f.at) from incident_version f"
                + " where f.incident_id = v.incident_id)) < ?",
            names,
            form.name(),
            names,
            before);
  }

  private void change(String sql, Object... values) {
    Rows.change(connection(), sql, values);
  }

  private Connection connection() {
    em.flush();
    return em.unwrap(Connection.class);
  }

  /** An object where the column holds one. */
  static JsonObject object(JsonObject row, String name) {
    JsonValue value = row.get(name);
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }
}
