package org.csoalliance.survey;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.list;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who has answered, and what was answered; of anonymous surveys without a way between them. */
@Dependent
public class AnswerRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AnswerRepository() {}

  /** For tests. */
  public AnswerRepository(EntityManager em) {
    this.em = em;
  }

  /** How often an option was chosen in a line of a question. */
  record Tally(long question, int line, int option, long count) {}

  /** How many gave an answer to a line of a question. */
  record Answered(long question, int line, long count) {}

  /** A share of an earlier round, by the code of the question and the words of line and option. */
  record Earlier(String code, String line, String option, double percent) {}

  /** An answer that bears a name. */
  record Named(String name, long question, int line, String value) {}

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** Notes that the account has answered; false when it has before. */
  boolean once(long survey, long account) {
    return change(
            connection(),
            "insert into survey_answered (survey_id, account_id) values (?, ?)"
                + " on conflict do nothing",
            survey,
            account)
        > 0;
  }

  /**
   * Keeps answers without a person. PostgreSQL marks each row with the transaction that wrote it,
   * and rows lie in the order of their coming; so with each new answer the rows of both tables are
   * written anew by one transaction, the answers in a random order. Called under the survey's lock.
   */
  void keep(long survey, List<GivenAnswer> answers) {
    for (GivenAnswer answer : answers) {
      change(
          connection(),
          "insert into survey_answer (survey_id, question_id, line_no, value) values (?, ?, ?, ?)",
          survey,
          answer.question(),
          answer.line(),
          answer.value());
    }
    change(
        connection(),
        "with old as (delete from survey_answer where survey_id = ?"
            + " returning question_id, line_no, value)"
            + " insert into survey_answer (survey_id, question_id, line_no, value)"
            + " select ?, question_id, line_no, value from old order by random()",
        survey,
        survey);
    change(
        connection(),
        "update survey_answered set survey_id = survey_id where survey_id = ?",
        survey);
  }

  void keepNamed(long survey, long account, List<GivenAnswer> answers) {
    for (GivenAnswer answer : answers) {
      change(
          connection(),
          "insert into survey_named_answer (survey_id, question_id, account_id, line_no, value)"
              + " values (?, ?, ?, ?, ?)",
          survey,
          answer.question(),
          account,
          answer.line(),
          answer.value());
    }
  }

  private static String table(boolean anonymous) {
    return anonymous ? "survey_answer" : "survey_named_answer";
  }

  /** Counts of options; answers in words are not among them. */
  List<Tally> tallies(long survey, boolean anonymous) {
    return list(
        connection(),
        "select a.question_id, a.line_no, cast(a.value as int) as option_no, count(*) as n from "
            + table(anonymous)
            + " a join survey_question q on q.id = a.question_id and q.kind <> 'TEXT'"
            + " where a.survey_id = ? group by 1, 2, 3",
        row -> new Tally(row.getLong(1), row.getInt(2), row.getInt(3), row.getLong(4)),
        survey);
  }

  /**
   * The words that were written, in an order that no clock made.
   *
   * @return by question
   */
  Map<Long, List<String>> texts(long survey, boolean anonymous) {
    Map<Long, List<String>> texts = new LinkedHashMap<>();
    list(
            connection(),
            "select a.question_id, a.value from "
                + table(anonymous)
                + " a join survey_question q on q.id = a.question_id and q.kind = 'TEXT'"
                + " where a.survey_id = ? order by md5(a.value || a.question_id)",
            row -> Map.entry(row.getLong(1), row.getString(2)),
            survey)
        .forEach(
            each ->
                texts
                    .computeIfAbsent(each.getKey(), key -> new java.util.ArrayList<>())
                    .add(each.getValue()));
    return texts;
  }

  /** What a source published of a round, by the code of the question. */
  List<Earlier> figures(long survey) {
    return list(
        connection(),
        "select q.code, q.options[f.option_no + 1] as option, f.percent from survey_figure f"
            + " join survey_question q on q.id = f.question_id where q.survey_id = ?",
        row -> new Earlier(row.getString(1), "", row.getString(2), row.getDouble(3)),
        survey);
  }

  List<Named> named(long survey) {
    return list(
        connection(),
        "select coalesce(p.name, 'Former member') as name, n.question_id, n.line_no, n.value"
            + " from survey_named_answer n left join account p on p.id = n.account_id"
            + " where n.survey_id = ? order by 1, n.account_id, n.question_id, n.line_no",
        row -> new Named(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)),
        survey);
  }

  /** What the person answered by name, and which surveys were answered at all. */
  List<Map<String, Object>> held(long account) {
    return list(
        connection(),
        "select s.title, q.text as question, n.value as answer from survey_answered a"
            + " join survey s on s.id = a.survey_id"
            + " left join survey_named_answer n on n.survey_id = s.id and n.account_id ="
            + " a.account_id left join survey_question q on q.id = n.question_id"
            + " where a.account_id = ? order by s.id, q.position",
        row -> {
          Map<String, Object> held = new LinkedHashMap<>();
          held.put("survey", row.getString(1));
          held.put("question", row.getString(2));
          held.put("answer", row.getString(3));
          return held;
        },
        account);
  }

  void erase(long account) {
    change(connection(), "delete from survey_named_answer where account_id = ?", account);
    change(connection(), "delete from survey_answered where account_id = ?", account);
  }

  /** Takes names away from answers of surveys that ended before. */
  int forgetNames(Instant before) {
    return change(
        connection(),
        "update survey_named_answer set account_id = null where account_id is not null"
            + " and survey_id in (select id from survey where closes_at < ?)",
        before);
  }
}
