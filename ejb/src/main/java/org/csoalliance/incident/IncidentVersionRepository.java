package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  @Inject private SealedAnswers sealedAnswers;

  /** Made by the container. */
  public IncidentVersionRepository() {}

  /** For tests. */
  public IncidentVersionRepository(EntityManager em, SealedAnswers sealedAnswers) {
    this.em = em;
    this.sealedAnswers = sealedAnswers;
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
    JsonObject sealed = Answers.sealed(form, answers);
    boolean key = sealedAnswers.ready();
    change(
        "insert into incident_version (id, incident_id, number, stage, at, author_id, author_name,"
            + " by_editor, reason, form, form_version, open, ship, exact, sealed,"
            + " annex, personal, submission_key)"
            + " values (nextval('incident_version_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), cast(? as jsonb),"
            + " ?, ?, cast(? as uuid))",
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
        key ? "{}" : sealed.toString(),
        key ? sealedAnswers.annex(incident.id(), head.number(), sealed) : null,
        SealedAnswersRepository.personal(form, sealed),
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
        "select incident_id, number, stage, form, open || ship || exact || sealed as answers,"
            + " annex from incident_version where incident_id = ? order by number",
        this::kept,
        incidentId);
  }

  /**
   * What a person wrote, for the file of what is held on them.
   *
   * @return whole, with the sealed annex
   */
  List<Map<String, Object>> held(long account) {
    return Rows.list(
        connection(),
        "select i.reference, v.incident_id, v.number, v.stage, v.at, v.reason, v.author_name,"
            + " v.form, v.open || v.ship || v.exact || v.sealed as answers, v.annex"
            + " from incident_version v join incident i on i.id = v.incident_id"
            + " where v.author_id = ? order by v.at",
        row -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("reference", row.getString("reference"));
          one.put("number", row.getInt("number"));
          one.put("stage", row.getString("stage"));
          one.put("at", Rows.time(row, "at").toString());
          one.put("reason", row.getString("reason"));
          one.put("author_name", row.getString("author_name"));
          one.put("answers", kept(row).answers().toString());
          return one;
        },
        account);
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getInt("number"),
        Stage.valueOf(row.getString("stage")),
        form(row.getString("form")),
        whole(row));
  }

  private JsonObject whole(ResultSet row) throws SQLException {
    JsonObject plain = JsonRows.value(row.getString("answers")).asJsonObject();
    byte[] annex = row.getBytes("annex");
    return annex == null
        ? plain
        : Answers.with(
            plain, sealedAnswers.annex(row.getLong("incident_id"), row.getInt("number"), annex));
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
