package org.csoalliance.event.question;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.sql.JsonRows;
import org.csoalliance.platform.sql.Rows;

/** Keeps what is asked, each version whole. */
@Dependent
public class FormRepository {
  private static final String COLUMNS =
      "f.id, f.kind, f.version, f.questions, f.made_at, f.made_by";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public FormRepository() {}

  /** For tests. */
  public FormRepository(EntityManager em) {
    this.em = em;
  }

  /** What is asked now. */
  QuestionForm newest(long eventId, FormKind kind) {
    return Rows.list(
            connection(),
            "select "
                + COLUMNS
                + " from event_form f where f.event_id = ? and f.kind = ? order by f.version desc"
                + " limit 1",
            FormRepository::form,
            eventId,
            kind)
        .stream()
        .findFirst()
        .orElseGet(() -> QuestionForm.none(kind));
  }

  /** Every version of both forms. */
  List<QuestionForm> all(long eventId) {
    return Rows.list(
        connection(),
        "select " + COLUMNS + " from event_form f where f.event_id = ? order by f.kind, f.version",
        FormRepository::form,
        eventId);
  }

  /** The number of the event, its row locked so that changes of its questions follow each other. */
  long lock(long eventId) {
    return Rows.list(
            connection(),
            "select id from event where id = ? for update",
            row -> row.getLong(1),
            eventId)
        .get(0);
  }

  /** Whether anybody has answered this version. */
  boolean answered(long formId) {
    return !Rows.list(
            connection(),
            "select 1 from registration_answer where form_id = ? limit 1",
            row -> row.getInt(1),
            formId)
        .isEmpty();
  }

  /** The highest number that a key of the event ever had. */
  int lastKey(long eventId) {
    return Rows.list(
            connection(),
            "select coalesce(max(cast(substring(q.value ->> 'key' from 2) as int)), 0) from"
                + " event_form f cross join jsonb_array_elements(f.questions) q where f.event_id ="
                + " ?",
            row -> row.getInt(1),
            eventId)
        .get(0);
  }

  /** Keeps a new version. */
  void add(
      long eventId, FormKind kind, int version, List<Question> questions, Instant now, String by) {
    Rows.change(
        connection(),
        "insert into event_form (event_id, kind, version, questions, made_at, made_by) values"
            + " (?, ?, ?, cast(? as jsonb), ?, ?)",
        eventId,
        kind,
        version,
        json(questions),
        now,
        by);
  }

  /** Writes a version anew that nobody has answered. */
  void replace(long formId, List<Question> questions, Instant now, String by) {
    Rows.change(
        connection(),
        "update event_form set questions = cast(? as jsonb), made_at = ?, made_by = ? where id = ?",
        json(questions),
        now,
        by,
        formId);
  }

  /**
   * The newest of each form as the first version of another event, for its categories of that name.
   */
  void copy(long from, long to, Instant now) {
    Rows.change(
        connection(),
        "insert into event_form (event_id, kind, version, questions, made_at, made_by) select ?,"
            + " f.kind, 1, (select coalesce(jsonb_agg(jsonb_set(q.one, '{categories}', (select"
            + " coalesce(jsonb_agg(cast(n.id as text)), '[]') from"
            + " jsonb_array_elements_text(q.one -> 'categories') c(id) join event_quota o on o.id ="
            + " cast(c.id as bigint) join event_quota n on n.event_id = ? and n.kind = o.kind and"
            + " n.name = o.name)) order by q.place), '[]') from jsonb_array_elements(f.questions)"
            + " with ordinality q(one, place)), ?, f.made_by from event_form f where f.event_id = ?"
            + " and f.version = (select max(l.version) from event_form l where l.event_id ="
            + " f.event_id and l.kind = f.kind)",
        to,
        to,
        now,
        from);
  }

  private static String json(List<Question> questions) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (Question one : questions) {
      all.add(
          Json.createObjectBuilder()
              .add("key", one.key())
              .add("type", one.type().name())
              .add("special", one.special().column())
              .add("label", one.label())
              .add("hint", one.hint())
              .add("required", one.required())
              .add("choices", Json.createArrayBuilder(one.choices()))
              .add("onKey", one.onKey())
              .add("onAnswer", one.onAnswer())
              .add(
                  "categories",
                  Json.createArrayBuilder(
                      one.categories().stream().map(String::valueOf).toList())));
    }
    return all.build().toString();
  }

  static QuestionForm form(ResultSet row) throws SQLException {
    return new QuestionForm(
        row.getLong("id"),
        FormKind.valueOf(row.getString("kind")),
        row.getInt("version"),
        JsonRows.list(JsonRows.value(row.getString("questions")), FormRepository::question),
        Rows.time(row, "made_at"),
        row.getString("made_by"));
  }

  private static Question question(JsonObject one) {
    return new Question(
        one.getString("key"),
        QuestionType.valueOf(one.getString("type")),
        Special.of(one.getString("special")),
        one.getString("label"),
        one.getString("hint"),
        one.getBoolean("required"),
        one.getJsonArray("choices").getValuesAs(JsonString::getString),
        one.getString("onKey"),
        one.getString("onAnswer"),
        one.getJsonArray("categories").getValuesAs(JsonString::getString).stream()
            .map(Long::valueOf)
            .toList());
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
