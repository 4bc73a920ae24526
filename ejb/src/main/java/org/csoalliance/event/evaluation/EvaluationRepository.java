package org.csoalliance.event.evaluation;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.sql.Rows;

/** Keeps questions, who has answered, and the answers, which have nothing in common. */
@Dependent
public class EvaluationRepository {
  private static final long LOCK = 0x0A11_1A9C_0000_0000L;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EvaluationRepository() {}

  /** For tests. */
  public EvaluationRepository(EntityManager em) {
    this.em = em;
  }

  /** Somebody who was there, at an event whose evaluation is open. */
  record There(long registration, long event, String slug, String title, boolean answered) {}

  Optional<There> there(long registration) {
    return find("r.id = ?", registration);
  }

  Optional<There> there(String slug, long account) {
    return find("e.slug = ? and r.account_id = ?", slug, account);
  }

  private Optional<There> find(String condition, Object... values) {
    return Rows.first(
        connection(),
        "select r.id, e.id as event, e.slug, e.title, exists (select from evaluation_given g where"
            + " g.registration_id = r.id) as answered from registration r join event e on e.id ="
            + " r.event_id join event_setting s on s.event_id = e.id and s.evaluation where r.state"
            + " = 'ATTENDED' and "
            + condition,
        Arrays.asList(values),
        row ->
            new There(
                row.getLong("id"),
                row.getLong("event"),
                row.getString("slug"),
                row.getString("title"),
                row.getBoolean("answered")));
  }

  List<EvaluationQuestion> questions(long event) {
    return Rows.list(
        connection(),
        "select id, kind, words, options from evaluation_question where event_id = ? order by place",
        List.of(event),
        EvaluationRepository::question);
  }

  private static EvaluationQuestion question(ResultSet row) throws SQLException {
    String options = row.getString("options");
    return new EvaluationQuestion(
        row.getLong("id"),
        EvaluationQuestion.Kind.valueOf(row.getString("kind")),
        row.getString("words"),
        options.isEmpty() ? List.of() : options.lines().toList());
  }

  void add(long event, EvaluationQuestion.Kind kind, String words, List<String> options) {
    Rows.change(
        connection(),
        "insert into evaluation_question (event_id, place, kind, words, options) select ?,"
            + " coalesce(max(place), 0) + 1, ?, ?, ? from evaluation_question where event_id = ?",
        event,
        kind,
        words,
        String.join("\n", options),
        event);
  }

  boolean remove(long event, long question) {
    return Rows.change(
            connection(),
            "delete from evaluation_question where event_id = ? and id = ?",
            event,
            question)
        > 0;
  }

  /** Opens or closes the evaluation. */
  void open(long event, boolean open) {
    Rows.change(
        connection(),
        "insert into event_setting (event_id, evaluation) values (?, ?) on conflict (event_id) do"
            + " update set evaluation = excluded.evaluation",
        event,
        open);
  }

  boolean isOpen(long event) {
    return Rows.first(
            connection(),
            "select evaluation from event_setting where event_id = ?",
            List.of(event),
            row -> row.getBoolean(1))
        .orElse(false);
  }

  /** One after the other answers at an event, and changes its questions. */
  void lock(long event) {
    Rows.first(
        connection(),
        "select cast(pg_advisory_xact_lock(?) as text)",
        List.of(LOCK + event),
        row -> row.getString(1));
  }

  /** Writes that somebody answered; false when they did before. */
  boolean given(long event, long registration) {
    return Rows.change(
            connection(),
            "insert into evaluation_given (event_id, registration_id) values (?, ?) on conflict do"
                + " nothing",
            event,
            registration)
        > 0;
  }

  void answer(long event, long question, String answer) {
    Rows.change(
        connection(),
        "insert into evaluation_answer (event_id, question_id, answer) values (?, ?, ?)",
        event,
        question,
        answer);
  }

  /**
   * Writes all marks and all answers of the event anew, each in an order drawn by lot: else the
   * place of a row, or the number of its transaction, would tell whose answer it is.
   */
  void shuffle(long event) {
    Rows.change(
        connection(),
        "with taken as (delete from evaluation_answer where event_id = ? returning question_id,"
            + " answer) insert into evaluation_answer (event_id, question_id, answer) select ?,"
            + " question_id, answer from taken order by random()",
        event,
        event);
    Rows.change(
        connection(),
        "with taken as (delete from evaluation_given where event_id = ? returning"
            + " registration_id) insert into evaluation_given (event_id, registration_id) select ?,"
            + " registration_id from taken order by random()",
        event,
        event);
  }

  /** How many were there, and how many of them answered. */
  int[] turnout(long event) {
    return Rows.first(
            connection(),
            "select (select count(*) from registration where event_id = ? and state = 'ATTENDED'),"
                + " (select count(*) from evaluation_given where event_id = ?)",
            List.of(event, event),
            row -> new int[] {row.getInt(1), row.getInt(2)})
        .orElseThrow();
  }

  /** Every answer, with its question, in no order. */
  List<Map.Entry<Long, String>> answers(long event) {
    return Rows.list(
        connection(),
        "select question_id, answer from evaluation_answer where event_id = ? order by id",
        List.of(event),
        row -> Map.entry(row.getLong(1), row.getString(2)));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
