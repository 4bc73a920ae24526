package org.csoalliance.survey;

import static org.csoalliance.platform.sql.Rows.change;
import static org.csoalliance.platform.sql.Rows.first;
import static org.csoalliance.platform.sql.Rows.list;
import static org.csoalliance.platform.sql.Rows.time;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;
import org.csoalliance.platform.text.FreeSlug;

/** Surveys and their questions. */
@Dependent
public class SurveyRepository {
  /** What the sharing policy asks of a survey: all members, or a group and nobody else. */
  private static final String SURVEY =
      " from (select s.*, case when s.group_id is null then 'AMBER' else 'RED' end as tlp,"
          + " cast(null as bigint) as company_id, cast(null as bigint) as reporter_id,"
          + " case when s.group_id is null then cast('{}' as bigint[]) else array[s.group_id] end"
          + " as shared_with, case when not s.published then 'DRAFT' when s.source is not null"
          + " then 'CLOSED' when clock_timestamp() < s.opens_at then 'SOON'"
          + " when clock_timestamp() < s.closes_at then 'OPEN' else 'CLOSED' end as state"
          + " from survey s) s left join member_group g on g.id = s.group_id"
          + " left join survey p on p.id = s.previous_id ";

  private static final String COLUMNS =
      "select s.*, g.name as group_name, p.slug as previous_slug, (select count(*) from"
          + " survey_answered a where a.survey_id = s.id) as answers, exists (select 1 from"
          + " survey_answered a where a.survey_id = s.id and a.account_id = cast(? as bigint))"
          + " as mine";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public SurveyRepository() {}

  /** For tests. */
  public SurveyRepository(EntityManager em) {
    this.em = em;
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }

  /** Open surveys that the reader may see, after "from", with its condition. */
  static SqlCondition open(Reader reader) {
    SqlCondition may = SharingPolicy.mayRead(reader, "s", "false");
    return new SqlCondition(
        SURVEY.strip().substring("from ".length())
            + " where s.published and s.state = 'OPEN' and "
            + may.sql(),
        may.parameters());
  }

  /** Published surveys that the reader may see: open ones first, those that close soonest first. */
  List<Survey> shown(Reader reader) {
    return select(
        reader,
        "s.published",
        "order by s.state = 'OPEN' desc, case when s.state = 'OPEN' then s.closes_at end,"
            + " s.closes_at desc limit 100",
        List.of());
  }

  /** Every survey, drafts first. */
  List<Survey> all(Reader editor) {
    return select(editor, "true", "order by s.published, s.closes_at desc limit 200", List.of());
  }

  Optional<Survey> find(Reader reader, String slug) {
    return select(reader, "s.published and s.slug = ?", "", List.of(slug)).stream()
        .findFirst()
        .map(this::whole);
  }

  Optional<Survey> byId(Reader editor, long id) {
    return select(editor, "s.id = ?", "", List.of(id)).stream().findFirst().map(this::whole);
  }

  private Survey whole(Survey survey) {
    return survey.with(questions(survey.id()));
  }

  private List<Survey> select(Reader reader, String where, String order, List<?> values) {
    SqlCondition may = SharingPolicy.mayRead(reader, "s", "false");
    List<Object> all = new ArrayList<>();
    all.add(reader.accountId());
    all.addAll(may.parameters());
    all.addAll(values);
    return list(
        connection(),
        COLUMNS + SURVEY + "where " + may.sql() + " and " + where + " " + order,
        all,
        SurveyRepository::survey);
  }

  List<SurveyQuestion> questions(long survey) {
    return list(
        connection(),
        "select * from survey_question where survey_id = ? order by position",
        row -> {
          QuestionKind kind = QuestionKind.valueOf(row.getString("kind"));
          List<String> lines = texts(row, "lines");
          return new SurveyQuestion(
              row.getLong("id"),
              row.getInt("position"),
              row.getString("code"),
              kind,
              row.getString("text"),
              texts(row, "options"),
              kind == QuestionKind.MATRIX ? lines : List.of(""),
              row.getBoolean("required"));
        },
        survey);
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** Lets changes of a survey, and answers to it, follow each other until commit. */
  void lock(long survey) {
    list(
        connection(),
        "select id from survey where id = ? for update",
        row -> row.getLong(1),
        survey);
  }

  long add(NewSurvey made, Long previous, Reader by, Instant now) {
    String slug = NewSurvey.slug(made.title());
    List<String> taken =
        list(
            connection(),
            "select slug from survey where slug = ? or slug like ?",
            row -> row.getString(1),
            slug,
            slug + "-%");
    return list(
            connection(),
            "insert into survey (slug, title, intro, anonymous, group_id, opens_at, closes_at,"
                + " previous_id, created_by, created_at) values (?, ?, ?, ?, cast(? as bigint), ?, ?,"
                + " cast(? as bigint), cast(? as bigint), ?) returning id",
            row -> row.getLong(1),
            FreeSlug.of(slug, taken),
            made.title(),
            made.intro(),
            made.anonymous(),
            made.groupId(),
            made.opensAt(),
            made.closesAt(),
            previous,
            by.accountId(),
            now)
        .get(0);
  }

  void redraft(long id, NewSurvey made) {
    change(
        connection(),
        "update survey set title = ?, intro = ?, anonymous = ?, group_id = cast(? as bigint),"
            + " opens_at = ?, closes_at = ? where id = ? and not published",
        made.title(),
        made.intro(),
        made.anonymous(),
        made.groupId(),
        made.opensAt(),
        made.closesAt(),
        id);
  }

  /** Adds a question at the end; the code is made of its words unless it has one. */
  long ask(long survey, NewQuestion made, String code) {
    String words = NewSurvey.slug(made.text());
    return list(
            connection(),
            "insert into survey_question (survey_id, position, code, kind, text, options, lines,"
                + " required) select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ?"
                + " from survey_question where survey_id = ? returning id",
            row -> row.getLong(1),
            survey,
            code == null ? words.substring(0, Math.min(40, words.length())) : code,
            made.kind(),
            made.text(),
            made.options(),
            made.lines(),
            made.required(),
            survey)
        .get(0);
  }

  boolean unask(long survey, long question) {
    return change(
            connection(),
            "delete from survey_question where survey_id = ? and id = ?",
            survey,
            question)
        > 0;
  }

  void publish(long id) {
    change(connection(), "update survey set published = true where id = ?", id);
  }

  /** Ends it now, by the clock of the database; false when it is not open. */
  boolean close(long id) {
    return change(
            connection(),
            "update survey set closes_at = clock_timestamp() where id = ? and published"
                + " and opens_at < clock_timestamp() and closes_at > clock_timestamp()",
            id)
        > 0;
  }

  boolean delete(long id) {
    return change(connection(), "delete from survey where id = ? and not published", id) > 0;
  }

  /** Says of a round that its figures are those of a source. */
  void published(long id, String source, String respondents) {
    change(
        connection(),
        "update survey set published = true, source = ?, respondents = ? where id = ?",
        source,
        respondents,
        id);
  }

  void figure(long question, int option, double percent) {
    change(
        connection(),
        "insert into survey_figure (question_id, option_no, percent) values (?, ?, ?)",
        question,
        option,
        percent);
  }

  private static Survey survey(ResultSet row) throws SQLException {
    return new Survey(
        row.getLong("id"),
        row.getString("slug"),
        row.getString("title"),
        row.getString("intro"),
        row.getBoolean("anonymous"),
        row.getObject("group_id", Long.class),
        row.getString("group_name"),
        time(row, "opens_at"),
        time(row, "closes_at"),
        SurveyState.valueOf(row.getString("state")),
        row.getString("source"),
        row.getString("respondents"),
        row.getObject("previous_id", Long.class),
        row.getString("previous_slug"),
        row.getLong("answers"),
        row.getBoolean("mine"),
        List.of());
  }

  /** Whether it is open at this moment of the database. */
  boolean open(long id) {
    return first(
            connection(),
            "select 1 from survey where id = ? and published and source is null"
                + " and opens_at <= clock_timestamp() and closes_at > clock_timestamp()",
            List.of(id),
            row -> true)
        .isPresent();
  }
}
