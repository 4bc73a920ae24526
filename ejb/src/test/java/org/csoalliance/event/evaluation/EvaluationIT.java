package org.csoalliance.event.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.event.mailing.EvaluationLinks;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvaluationIT {
  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private List<Long> questions;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    MadeMembers.account(database, 2, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 20);
    database.sql(
        "insert into registration (id, event_id, mode, name, mail, mail_key, state, joined_at,"
            + " created_at, updated_at) select i, 50, 'IN_PERSON', 'Name ' || i, 'm' || i ||"
            + " '@test.example', 'm' || i || '@test.example', case when i <= 9 then 'ATTENDED' else"
            + " 'NO_SHOW' end, now(), now(), now() from generate_series(1, 10) i",
        "update registration set account_id = 2 where id = 9");
    desk(s -> s.usual("event-50"));
    desk(s -> s.open("event-50", true));
    questions = new ArrayList<>();
    results().questions().forEach(each -> questions.add(each.question().id()));
  }

  private static EvaluationLinks links(EntityManager em) {
    return new EvaluationLinks(new MailListRepository(em), MadeMembers.settings());
  }

  private void desk(Consumer<EvaluationDeskService> work) {
    database.inTransaction(
        em -> {
          work.accept(service(em, organiser));
          return null;
        });
  }

  private EvaluationResults results() {
    return database.inTransaction(em -> service(em, organiser).results("event-50"));
  }

  private static EvaluationDeskService service(EntityManager em, Reader reader) {
    CallerContext caller = MadeMembers.caller(reader);
    return new EvaluationDeskService(
        new EventAccess(new EventDutyRepository(em), caller),
        new EvaluationRepository(em),
        MadeMembers.audit(em),
        caller);
  }

  private static String token(long registration) {
    return database.inTransaction(em -> links(em).token(registration));
  }

  private void answer(Reader reader, String token, String slug, Map<Long, String> given) {
    database.inTransaction(
        em -> {
          new EvaluationService(new EvaluationRepository(em), links(em), MadeMembers.caller(reader))
              .answer(token, slug, given);
          return null;
        });
  }

  private void answer(long registration, String scale, String again) {
    answer(
        Reader.VISITOR,
        token(registration),
        null,
        Map.of(
            questions.get(0),
            scale,
            questions.get(1),
            again,
            questions.get(2),
            "Best for me: " + scale));
  }

  @Test
  void whoWasThereAnswersOnceAndNobodyElse() {
    answer(1, "5", "Yes");
    assertThrows(ConflictException.class, () -> answer(1, "4", "No"));
    assertThrows(NotFoundException.class, () -> answer(10, "4", "No"));
    String token = token(2);
    assertThrows(
        NotFoundException.class, () -> answer(Reader.VISITOR, token.substring(1), null, Map.of()));
    Reader member = new Reader(2L, "Person 2", null, java.util.Set.of(Role.MEMBER));
    assertThrows(
        NotFoundException.class,
        () -> answer(organiser, null, "event-50", Map.of(questions.get(0), "1")));
    answer(member, null, "event-50", Map.of(questions.get(0), "1"));
    assertThrows(ConflictException.class, () -> answer(9, "4", "No"));
    desk(s -> s.open("event-50", false));
    assertThrows(NotFoundException.class, () -> answer(3, "4", "No"));
  }

  @Test
  void whatIsNoAnswerIsRefusedAndNothingIsKept() {
    for (String wrong : List.of("6", "x")) {
      assertThrows(InvalidException.class, () -> answer(1, wrong, "Yes"));
    }
    assertThrows(
        InvalidException.class, () -> answer(Reader.VISITOR, token(1), null, Map.of(-1L, "5")));
    assertThrows(
        InvalidException.class,
        () ->
            answer(
                Reader.VISITOR, token(1), null, Map.of(questions.get(2), "x".repeat(1_000_000))));
    assertEquals(0L, database.value("select count(*) from evaluation_given"));
    answer(1, "5", "Yes");
  }

  @Test
  void nothingIsToldBelowFiveAndFewBelowFiveEach() {
    for (long i = 1; i <= 4; i++) {
      answer(i, "5", "Yes");
    }
    assertNull(results().answered());
    results()
        .questions()
        .forEach(each -> assertTrue(each.counts().isEmpty() && each.texts().isEmpty()));
    for (long i = 5; i <= 8; i++) {
      answer(i, i == 8 ? "1" : "5", "Yes");
    }
    EvaluationResults told = results();
    assertEquals(8, told.answered());
    assertEquals(9, told.asked());
    EvaluationResults.Result scale = told.questions().get(0);
    assertEquals("4.5", scale.mean());
    assertEquals(
        List.of("few", "0", "0", "0", "7"),
        scale.counts().stream().map(EvaluationResults.Count::words).toList());
    assertEquals(8, told.questions().get(2).texts().size());
    assertTrue(told.questions().get(3).texts().isEmpty(), "nobody answered it");
  }

  /** Nothing in the database joins an answer to a person: no column, no time, no transaction. */
  @Test
  void noAnswerLeadsToItsPerson() {
    for (long i = 1; i <= 8; i++) {
      answer(i, "" + (i % 5 + 1), "Yes");
    }
    assertEquals(
        1L,
        database.value(
            "select count(distinct x) from (select cast(xmin as text) as x from evaluation_answer"
                + " union all select cast(xmin as text) from evaluation_given) all_rows"));
    assertEquals(
        "event_id",
        database.value(
            "select string_agg(a.column_name, ',') from information_schema.columns a join"
                + " information_schema.columns g using (column_name) where a.table_name ="
                + " 'evaluation_answer' and g.table_name = 'evaluation_given'"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from information_schema.columns where table_name like 'evaluation_%'"
                + " and data_type like 'timestamp%'"));
    // the rows lie in another order than the one in which people answered, seven shuffles of eight
    int kept = 0;
    for (int i = 0; i < 7; i++) {
      database.inTransaction(
          em -> {
            new EvaluationRepository(em).shuffle(50);
            return null;
          });
      Object order =
          database.value(
              "select string_agg(cast(registration_id as text), ',' order by ctid) from"
                  + " evaluation_given");
      kept += "1,2,3,4,5,6,7,8".equals(order) ? 1 : 0;
    }
    assertTrue(kept < 3, "in the order of answering " + kept + " times");
  }

  @Test
  void twoDevicesOfOnePersonAnswerOnce() throws Exception {
    ExecutorService devices = Executors.newFixedThreadPool(4);
    List<Future<?>> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      sent.add(devices.submit(() -> answer(1, "5", "Yes")));
    }
    int refused = 0;
    for (Future<?> each : sent) {
      try {
        each.get();
      } catch (java.util.concurrent.ExecutionException failed) {
        refused++;
      }
    }
    devices.shutdown();
    assertEquals(7, refused);
    assertEquals(3L, database.value("select count(*) from evaluation_answer"));
  }

  @Test
  void questionsStandOnceSomebodyHasAnswered() {
    desk(s -> s.remove("event-50", questions.get(3)));
    answer(1, "5", "Yes");
    assertThrows(ConflictException.class, () -> desk(s -> s.remove("event-50", questions.get(0))));
    assertThrows(ConflictException.class, () -> desk(s -> s.usual("event-50")));
  }
}
