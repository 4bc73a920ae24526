package org.csoalliance.event.after;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.file.SealedFiles;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AfterIT {
  /** The event of the tests ends on 21 January 2027. */
  private static final Instant ENDED = Instant.parse("2027-01-21T15:00:00Z");

  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;
  private Reader member;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    member = MadeMembers.account(database, 3, null, Role.MEMBER);
    MadeEvents.open(database, 50, 1, 100);
    MadeEvents.quota(database, 51, 50, EventQuota.Kind.CATEGORY, "Member", null);
    // 30 of Kestrel (6 did not come), 4 of Pelagia (1 did not come), 2 without a company, 1 waits
    database.sql(
        "insert into registration (id, event_id, category_id, account_id, mode, name, mail,"
            + " mail_key, company, state, joined_at, created_at, updated_at) select i, 50, 51, case"
            + " when i = 1 then 3 end, 'IN_PERSON', 'Given Family' || i, 'm' || i ||"
            + " '@test.example', 'm' || i || '@test.example', case when i <= 30 then 'Kestrel' when"
            + " i <= 34 then 'Pelagia' else '' end, case when i = 37 then 'WAITLISTED' when i % 5 ="
            + " 0 then 'NO_SHOW' else 'ATTENDED' end, now(), now(), now() from generate_series(1,"
            + " 37) i",
        "insert into registration_change (registration_id, at, what, actor_name) select id,"
            + " now(), state, name from registration",
        "insert into event_form (id, event_id, kind, version, questions, made_at, made_by) values"
            + " (1, 50, 'REGISTRATION', 1, '[]', now(), 'x')",
        "insert into registration_answer (registration_id, question, form_id, special, answer,"
            + " answered_at) select id, 'diet', 1, 'DIET', 'Halal', now() from registration union"
            + " all select id, 'hotel', 1, '', 'Yes', now() from registration union all select id,"
            + " 'paper', 1, 'IDENTITY', 'X123', now() from registration where id < 10");
  }

  private static AfterService service(EntityManager em, Reader reader) {
    CallerContext caller = MadeMembers.caller(reader);
    return new AfterService(
        new EventAccess(new EventDutyRepository(em), caller),
        new AfterRepository(em),
        MadeMembers.audit(em),
        caller,
        CLOCK);
  }

  private static <T> T as(Reader reader, Function<AfterService, T> work) {
    return database.inTransaction(em -> work.apply(service(em, reader)));
  }

  private void set(EventSettings settings) {
    as(
        organiser,
        s -> {
          s.set("event-50", settings);
          return null;
        });
  }

  private void write(String text, boolean publish, boolean sure) {
    as(
        organiser,
        s -> {
          s.write("event-50", text, publish, sure);
          return null;
        });
  }

  private static int retain(Instant now, boolean people) {
    return database.<Integer>inTransaction(
        em -> {
          EventRetention rules =
              new EventRetention(new AfterRepository(em), new SealedFiles(null, null, CLOCK));
          return people ? rules.people(now) : rules.special(now);
        });
  }

  private static long count(String from) {
    return (Long) database.value("select count(*) from " + from);
  }

  @Test
  void figuresAreWhatTheRowsAre() {
    NoShowFigures figures = as(organiser, s -> s.noShows("event-50"));
    assertEquals(36, figures.seats());
    assertEquals(count("registration where state = 'NO_SHOW'"), figures.missing());
    NoShowFigures.Line kestrel = figures.companies().get(0);
    assertEquals(List.of("Kestrel", "30", "6"), line(kestrel));
    assertEquals(List.of("", "6", "1"), line(figures.companies().get(1)), "small ones together");
    assertEquals("few", figures.companies().get(1).words());
    assertEquals(1, figures.categories().size());
    assertTrue(figures.advice().startsWith("7 of 36 did not come (19%)"), figures.advice());
    assertEquals("", AfterService.advice(19, 10));
    assertThrows(NotFoundException.class, () -> as(other, s -> s.noShows("event-50")));
  }

  private static List<String> line(NoShowFigures.Line line) {
    return List.of(line.name(), "" + line.seats(), "" + line.missing());
  }

  @Test
  void dietsAndPapersGoAMonthAfterTheEvent() {
    assertEquals(0, retain(ENDED.plusSeconds(29 * 86_400L), false));
    assertEquals(46, retain(ENDED.plusSeconds(31 * 86_400L), false));
    assertEquals(0, retain(ENDED.plusSeconds(31 * 86_400L), false));
    assertEquals(37, count("registration_answer"), "the others stay");
  }

  @Test
  void peopleGoWhenTheirTimeIsOverAndTheFiguresStay() {
    NoShowFigures before = as(organiser, s -> s.noShows("event-50"));
    set(new EventSettings(true, 60));
    assertEquals(0, retain(ENDED.plusSeconds(59 * 86_400L), true));
    assertEquals(37, retain(ENDED.plusSeconds(61 * 86_400L), true));
    assertEquals(0, retain(ENDED.plusSeconds(61 * 86_400L), true), "another node finds nothing");
    assertEquals(before, as(organiser, s -> s.noShows("event-50")));
    assertEquals(0, count("registration_answer"));
    assertEquals(0, count("registration_change"));
    assertEquals(
        0,
        count(
            "registration r where concat(r.*) ~ 'Family|@test|Pelagia' or account_id is not null"
                + " or company_id is not null"));
    assertEquals(30, count("registration where company = 'Kestrel'"));
  }

  @Test
  void theRulesStandOnThePageOfRetention() {
    RetentionAsked asked = new RetentionAsked();
    new EventRetention(null, null).asked(asked);
    assertEquals(
        Set.of("event-special", "event-people"),
        Set.copyOf(asked.rules().stream().map(rule -> rule.id()).toList()));
  }

  @Test
  void attendeesAreSeenByAttendeesWhereTheOrganiserAllowsIt() {
    assertThrows(NotFoundException.class, () -> as(member, s -> s.attendees("event-50")));
    set(new EventSettings(true, 365));
    assertEquals(29, as(member, s -> s.attendees("event-50")).size());
    assertThrows(NotFoundException.class, () -> as(other, s -> s.attendees("event-50")));
    assertThrows(InvalidException.class, () -> set(new EventSettings(true, 7)));
    database.sql("update registration set state = 'CANCELLED' where id = 1");
    assertThrows(NotFoundException.class, () -> as(member, s -> s.attendees("event-50")));
  }

  @Test
  void whoHasASeatIsLedToThePagesThatThereAre() {
    assertEquals(SeatPages.NONE, as(member, s -> s.pages("event-50")));
    set(new EventSettings(true, 365));
    write("Everybody agreed.", true, true);
    database.sql("update event_setting set evaluation = true");
    assertEquals(new SeatPages(true, true, true), as(member, s -> s.pages("event-50")));
    assertEquals(SeatPages.NONE, as(other, s -> s.pages("event-50")));
    database.sql("insert into evaluation_given (event_id, registration_id) values (50, 1)");
    assertEquals(new SeatPages(true, true, false), as(member, s -> s.pages("event-50")));
    database.sql("update registration set state = 'CANCELLED' where id = 1");
    assertEquals(SeatPages.NONE, as(member, s -> s.pages("event-50")));
  }

  @Test
  void whatAnErasedOrganiserWroteBearsNoName() {
    write("Drones were the worry.", false, false);
    database.sql(
        "insert into event_mailing (event_id, subject, text, by_id, by_name, at) values (50, 'S',"
            + " 'T', 1, 'Person 1', now())");
    database.inTransaction(
        em -> {
          DeskHeld held = new DeskHeld(new AfterRepository(em));
          DataAsked asked = new DataAsked(1);
          held.asked(asked);
          assertEquals(1, asked.sections().get("event-mails-written").size());
          assertEquals(1, asked.sections().get("event-outcomes-written").size());
          held.erased(new AccountErased(1, "p1@test.example"));
          return null;
        });
    assertEquals(0, count("event_mailing m where concat(m.*) like '%Person 1%'"));
    assertEquals(0, count("event_outcome o where concat(o.*) like '%Person 1%'"));
  }

  /** Even without the lock of the job, two at once leave what one leaves. */
  @Test
  void twoJobsAtOnceLeaveWhatOneLeaves() throws Exception {
    Instant over = ENDED.plusSeconds(366L * 86_400);
    CyclicBarrier both = new CyclicBarrier(2);
    Callable<Integer> job =
        () -> {
          both.await(60, TimeUnit.SECONDS);
          retain(over, false);
          return retain(over, true);
        };
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    for (Future<Integer> node : nodes.invokeAll(List.of(job, job))) {
      assertTrue(node.get() >= 0);
    }
    nodes.shutdown();
    assertEquals(0, count("registration_answer"));
    assertEquals(0, count("registration_change"));
    assertEquals(37, count("registration where name = 'Participant' and mail = ''"));
    assertEquals(30, count("registration where company = 'Kestrel'"));
    assertEquals(0, count("registration where company = 'Pelagia'"));
    assertEquals(36, as(organiser, s -> s.noShows("event-50")).seats());
  }

  @Test
  void theOutcomeNamesNobodyUnderTheChathamHouseRule() {
    write("Drones were the worry.", false, false);
    assertThrows(NotFoundException.class, () -> as(member, s -> s.published("event-50")));
    for (String text :
        List.of("As family7 said, drones.", "KESTREL lost two drones.", "Given Family12: yes")) {
      assertThrows(InvalidException.class, () -> write(text, true, false), text);
    }
    write("Kestrels are birds. Family matters.", true, false);
    write("Kestrel is a bird.", true, true);
    assertEquals(List.of("Kestrel"), as(organiser, s -> s.outcome("event-50")).named());
    assertEquals("Kestrel is a bird.", as(member, s -> s.published("event-50")).text());
    database.sql("update event set rule = 'ATTRIBUTED'");
    write("As family7 said, drones.", true, false);
    MadeEvents.duty(database, 50, 3, EventDuty.AUDITOR);
    assertThrows(
        NotFoundException.class,
        () ->
            as(
                member,
                s -> {
                  s.write("event-50", "Mine now.", false, false);
                  return null;
                }));
  }
}
