package org.csoalliance.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.DemonstrationStarted;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Surveys: once a person, nobody found out, nothing small told. */
class SurveyIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader EDITOR = new Reader(1L, "E", null, Set.of(Role.EDITOR));

  @BeforeEach
  void people() {
    database.sql(
        "truncate account, company, survey, member_group cascade",
        "alter table survey_answered drop constraint if exists survey_once",
        "alter table survey_answered add constraint survey_once primary key (survey_id, account_id)");
    MadeMembers.account(database, 1, null, Role.EDITOR);
    for (int id = 10; id < 40; id++) {
      MadeMembers.account(database, id, null, Role.MEMBER);
    }
  }

  private static Reader member(long id, Long... groups) {
    return new Reader(
        id, "Person " + id, null, Set.of(Role.MEMBER), false, Set.of(groups), Agreement.NONE);
  }

  private static <T> T as(Reader reader, Function<SurveyService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new SurveyService(
                    new SurveyRepository(em),
                    new AnswerRepository(em),
                    MadeMembers.audit(em),
                    MadeMembers.caller(reader))));
  }

  /** Made and published: a choice, any of several, a matrix, words. */
  private static Survey made(boolean anonymous, Long group) {
    return database.inTransaction(
        em -> {
          SurveyRepository surveys = new SurveyRepository(em);
          Instant now = Instant.now();
          long id =
              surveys.add(
                  new NewSurvey(
                      "Cyber",
                      "",
                      anonymous,
                      group,
                      now.minus(Duration.ofDays(1)),
                      now.plus(Duration.ofDays(1))),
                  null,
                  EDITOR,
                  now);
          List<String> three = List.of("A", "B", "C");
          surveys.ask(
              id, new NewQuestion(QuestionKind.SINGLE, "Which?", three, List.of(), true), "one");
          surveys.ask(
              id, new NewQuestion(QuestionKind.MULTIPLE, "Any?", three, List.of(), false), null);
          surveys.ask(
              id,
              new NewQuestion(QuestionKind.MATRIX, "How?", three, List.of("X", "Y"), false),
              null);
          surveys.ask(
              id, new NewQuestion(QuestionKind.TEXT, "Words?", List.of(), List.of(), false), null);
          surveys.publish(id);
          return surveys.byId(EDITOR, id).orElseThrow();
        });
  }

  private static Function<String, List<String>> choice(Survey survey, int option, String words) {
    Map<String, List<String>> given =
        Map.of(
            survey.questions().get(0).field(0), List.of("" + option),
            survey.questions().get(1).field(0), List.of("0", "2"),
            survey.questions().get(2).field(1), List.of("1"),
            survey.questions().get(3).field(0), List.of(words));
    return field -> given.getOrDefault(field, List.of());
  }

  private static void answer(Survey survey, long account, int option) {
    as(
        member(account),
        service -> {
          service.answer(survey.slug(), choice(survey, option, "Words of " + account));
          return null;
        });
  }

  private static void close(Survey survey) {
    database.sql(
        "update survey set closes_at = now() - interval '1 minute' where id = " + survey.id());
  }

  private static long count(String from) {
    return ((Number) database.value("select count(*) from " + from)).longValue();
  }

  /** Two browsers of one person at the same moment; tells how many got in. */
  private static int twice(Survey survey) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    CountDownLatch ready = new CountDownLatch(2);
    try {
      List<Future<Boolean>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  try {
                    answer(survey, 10, 1);
                    return true;
                  } catch (ConflictException second) {
                    return false;
                  }
                }));
      }
      int in = 0;
      for (Future<Boolean> each : both) {
        in += each.get() ? 1 : 0;
      }
      return in;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void oneAnswerAPersonFromTwoBrowsersAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      Survey survey = made(true, null);
      assertEquals(1, twice(survey));
      assertEquals(1, count("survey_answered where survey_id = " + survey.id()));
      assertEquals(5, count("survey_answer where survey_id = " + survey.id()));
    }
  }

  /** The control: without the key both get in, so it is the key that the race runs into. */
  @Test
  void withoutTheKeyBothGetIn() throws Exception {
    Survey survey = made(true, null);
    database.sql("alter table survey_answered drop constraint survey_once");
    assertEquals(2, twice(survey));
    database.sql("delete from survey_answered");
  }

  @Test
  void nothingInTheDatabaseLeadsFromAnAnswerToAPerson() {
    Survey survey = made(true, null);
    for (int id = 10; id < 30; id++) {
      answer(survey, id, id % 3);
    }
    // no column could hold it
    assertEquals(
        "{line_no,mark,question_id,survey_id,value}",
        database
            .value(
                "select array_agg(column_name::text order by column_name) from"
                    + " information_schema.columns where table_name = 'survey_answer'")
            .toString());
    // PostgreSQL's own mark of the transaction is the same on all rows of both tables
    assertEquals(
        1, count("(select distinct xmin::text from survey_answer) x"), "answers by transaction");
    assertEquals(1, count("(select distinct xmin::text from survey_answered) x"));
    // where a row lies tells nothing either: in the order of coming, person and choice would agree
    long agree =
        count(
            "(select account_id % 3 as said, row_number() over (order by ctid) as n from"
                + " survey_answered) p join (select cast(value as int) as said, row_number() over"
                + " (order by ctid) as n from survey_answer where question_id = "
                + survey.questions().get(0).id()
                + ") a on a.n = p.n and a.said = p.said");
    assertTrue(agree < 20, "all rows lie in the order in which people came");
    assertEquals(
        0,
        count("audit_entry where action = 'survey.answered' and actor_id is not null"),
        "the audit log names nobody");
  }

  @Test
  void aRoundThatIsNotOpenTakesNothingAndResultsWait() {
    Survey survey = made(true, null);
    answer(survey, 10, 1);
    assertThrows(
        ConflictException.class, () -> as(member(10), service -> service.results(survey.slug())));
    close(survey);
    ConflictException late = assertThrows(ConflictException.class, () -> answer(survey, 11, 1));
    assertTrue(late.getMessage().contains("not open"));
    assertEquals(1, count("survey_answered"));
    SurveyResult.Line line =
        as(member(10), service -> service.results(survey.slug())).get(0).lines().get(0);
    assertTrue(line.few());
    line.bars().forEach(bar -> assertNull(bar.count()));
  }

  @Test
  void smallCountsAreKeptBackAndCannotBeSubtracted() {
    Survey survey = made(true, null);
    for (int id = 10; id < 30; id++) {
      answer(survey, id, id < 20 ? 0 : id < 28 ? 1 : 2); // 10, 8, 2
    }
    close(survey);
    List<SurveyResult> results = as(member(10), service -> service.results(survey.slug()));
    List<SurveyResult.Bar> bars = results.get(0).lines().get(0).bars();
    assertEquals(10, bars.get(0).count());
    assertEquals(50.0, bars.get(0).percent());
    assertNull(bars.get(1).count(), "goes with the two");
    assertEquals("few", bars.get(2).words());
    assertEquals(20, results.get(3).texts().size());
    assertEquals(List.of(true, true), SurveyResult.shownOfOne(List.of(12L, 0L)));
    assertEquals(List.of(false, false), SurveyResult.shownOfOne(List.of(12L, 1L)));
    assertEquals(List.of(true, false, false), SurveyResult.shownOfOne(List.of(9L, 4L, 4L)));
    assertEquals(List.of(false, false), SurveyResult.shownOfOne(List.of(4L, 0L)));
    assertEquals(List.of(true, false, false), SurveyResult.shownOfAny(List.of(10L, 18L, 3L), 20));
  }

  @Test
  void aGroupsSurveyIsKnownToTheGroupAlone() {
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (5, 'g', 'G', 'P', 'OPEN', now())");
    Survey survey = made(false, 5L);
    assertEquals(1, as(member(10, 5L), SurveyService::list).size());
    assertEquals(0, as(member(10), SurveyService::list).size());
    assertThrows(NotFoundException.class, () -> answer(survey, 11, 1));
    as(
        member(10, 5L),
        service -> {
          service.answer(survey.slug(), choice(survey, 1, "Mine"));
          return null;
        });
    assertEquals(5, count("survey_named_answer where account_id = 10"));
    database.doInTransaction(
        em -> {
          AnswerRepository answers = new AnswerRepository(em);
          assertEquals(5, answers.held(10).size());
          answers.erase(10);
          assertEquals(0, answers.held(10).size());
        });
    assertEquals(0, count("survey_named_answer"));
  }

  @Test
  void whatIsNotOfferedIsRefusedAndNothingIsHalfSaved() {
    Survey survey = made(true, null);
    String one = survey.questions().get(0).field(0);
    for (List<String> values :
        List.of(
            List.<String>of(),
            List.of("3"),
            List.of("-1"),
            List.of("0", "1"),
            List.of("<script>"),
            List.of("x".repeat(10 * 1024 * 1024)))) {
      InvalidException refused =
          assertThrows(
              InvalidException.class,
              () ->
                  as(
                      member(10),
                      service -> {
                        service.answer(
                            survey.slug(), field -> field.equals(one) ? values : List.of());
                        return null;
                      }));
      assertEquals(Set.of(one), refused.fields().keySet());
    }
    assertEquals(0, count("survey_answered"));
  }

  @Test
  void theRoundOf2016HoldsWhatWasPublishedAndNoMore() {
    database.doInTransaction(
        em ->
            new DemoSurveys(new SurveyRepository(em))
                .create(new DemonstrationStarted(Instant.now())));
    List<SurveyResult> then = as(member(10), service -> service.results("cyber-awareness-2016"));
    assertEquals(67.0, then.get(0).lines().get(0).bars().get(0).percent());
    assertNull(then.get(0).lines().get(0).bars().get(1).percent());
    Survey now = as(member(10), service -> service.open("cyber-awareness-2026"));
    for (int id = 10; id < 22; id++) {
      Map<String, List<String>> given =
          Map.of(
              now.questions().get(0).field(0), List.of("1"),
              now.questions().get(1).field(0), List.of("2"),
              now.questions().get(3).field(0), List.of("0"),
              now.questions().get(3).field(1), List.of("0"));
      as(
          member(id),
          service -> {
            service.answer(now.slug(), field -> given.getOrDefault(field, List.of()));
            return null;
          });
    }
    close(now);
    SurveyResult.Bar bar =
        as(member(10), service -> service.results(now.slug())).get(0).lines().get(0).bars().get(0);
    assertEquals(67.0, bar.earlier());
    assertEquals(0L, bar.count());
    assertFalse(now.anonymous() && count("survey_named_answer") > 0);
  }
}
