package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Changes sealed answers that are kept: seals plain ones, and removes what is to be forgotten. */
@Dependent
public class SealedAnswersRepository {
  private static final String COLUMNS =
      "select v.id, v.incident_id, v.number, v.form, v.sealed, v.annex from incident_version v";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  @Inject private SealedAnswers answers;

  /** Made by the container. */
  public SealedAnswersRepository() {}

  /** For tests. */
  public SealedAnswersRepository(EntityManager em, SealedAnswers answers) {
    this.em = em;
    this.answers = answers;
  }

  private record Row(
      long id, long incident, int number, Form form, JsonObject plain, byte[] annex) {}

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("incident_id"),
        row.getInt("number"),
        IncidentVersionRepository.form(row.getString("form")),
        JsonRows.value(row.getString("sealed")).asJsonObject(),
        row.getBytes("annex"));
  }

  /**
   * Seals what lies plain, a batch of it. Two nodes take different rows: each skips what the other
   * has locked, so it may run on all of them at once.
   *
   * @return how many rows were sealed; 0 also when no key is set
   */
  int seal(int most) {
    if (!answers.ready()) {
      return 0;
    }
    List<Row> rows =
        Rows.list(
            connection(),
            COLUMNS
                + " where v.annex is null and v.sealed <> '{}' order by v.id limit "
                + most
                + " for update skip locked",
            SealedAnswersRepository::row);
    rows.forEach(row -> put(row, row.plain()));
    List<Draft> drafts =
        Rows.list(
            connection(),
            "select id, answers from incident_draft where sealed is null order by id limit "
                + most
                + " for update skip locked",
            row ->
                new Draft(
                    UUID.fromString(row.getString("id")),
                    JsonRows.value(row.getString("answers")).asJsonObject()));
    drafts.forEach(
        draft ->
            Rows.change(
                connection(),
                "update incident_draft set sealed = ?, answers = '{}' where id = cast(? as uuid)",
                answers.draft(draft.key(), draft.answers()),
                draft.key().toString()));
    return rows.size() + drafts.size();
  }

  private record Draft(UUID key, JsonObject answers) {}

  private void put(Row row, JsonObject all) {
    boolean sealed = answers.ready();
    Rows.change(
        connection(),
        "update incident_version set annex = ?, sealed = cast(? as jsonb), personal = ?"
            + " where id = ?",
        sealed ? answers.annex(row.incident(), row.number(), all) : null,
        sealed ? "{}" : all.toString(),
        personal(row.form(), all),
        row.id());
  }

  /** Whether some of the answers tell of persons. */
  static boolean personal(Form form, JsonObject all) {
    return form.fields().stream()
        .anyMatch(field -> field.personal() && all.containsKey(field.name()));
  }

  /** Removes where to ask a person back, from every version of what they reported. */
  void forgetContact(long account) {
    Rows.list(
            connection(),
            COLUMNS
                + " join incident i on i.id = v.incident_id where i.reporter_id = ?"
                + " for update of v",
            SealedAnswersRepository::row,
            account)
        .forEach(row -> without(row, Set.of("contact")));
  }

  /**
   * Removes what tells of persons from versions of reports that were closed, or last added to,
   * before a moment.
   *
   * @param form whose personal fields are removed
   * @return how many versions held some
   */
  int forgetPersons(Form form, Instant before) {
    Set<String> names =
        form.fields().stream()
            .filter(FormField::personal)
            .map(FormField::name)
            .collect(Collectors.toSet());
    List<Row> rows =
        names.isEmpty()
            ? List.of()
            : Rows.list(
                connection(),
                COLUMNS
                    + " where v.form = ? and (v.personal or v.annex is null"
                    + " and jsonb_exists_any(v.sealed, cast(? as text[]))) and coalesce("
                    + "(select min(f.at) from incident_version f"
                    + " where f.incident_id = v.incident_id and f.stage = 'FINAL'),"
                    + " (select max(f.at) from incident_version f"
                    + " where f.incident_id = v.incident_id)) < ? for update",
                SealedAnswersRepository::row,
                form.name(),
                List.copyOf(names),
                before);
    rows.forEach(row -> without(row, names));
    return rows.size();
  }

  private void without(Row row, Collection<String> names) {
    JsonObject all =
        row.annex() == null
            ? row.plain()
            : answers.annex(row.incident(), row.number(), row.annex());
    JsonObjectBuilder kept = Json.createObjectBuilder();
    all.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            kept.add(name, value);
          }
        });
    put(row, kept.build());
  }

  private Connection connection() {
    em.flush();
    return em.unwrap(Connection.class);
  }
}
