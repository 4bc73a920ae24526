package org.csoalliance.event.mailing;

import static org.csoalliance.event.MadeEvents.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDutyRepository;
import org.csoalliance.event.MadeEvents;
import org.csoalliance.event.desk.DeskFilter;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailingIT {
  private static final String TEXT = "Dear {name},\n{event} begins {when}.\n{page}";

  @RegisterExtension static final Database database = new Database();

  private Reader organiser;
  private Reader other;

  @BeforeEach
  void event() {
    database.sql("truncate account, company, event, outbox_mail cascade");
    organiser = MadeMembers.account(database, 1, null, Role.ORGANISER);
    other = MadeMembers.account(database, 2, null, Role.ORGANISER);
    MadeEvents.open(database, 50, 1, 20);
    database.sql(
        "insert into registration (id, event_id, mode, name, mail, mail_key, company, state,"
            + " joined_at, created_at, updated_at) select i, 50, case when i % 2 = 0 then 'REMOTE'"
            + " else 'IN_PERSON' end, 'Name ' || i, 'm' || i || '@test.example', 'm' || i ||"
            + " '@test.example', 'Company', case when i <= 20 then 'ACCEPTED' when i <= 25 then"
            + " 'WAITLISTED' else 'CANCELLED' end, now() - interval '30 days', now(), now() from"
            + " generate_series(1, 30) i");
  }

  private static MailingPost post(EntityManager em) {
    return new MailingPost(
        new MailingRepository(em),
        new EvaluationLinks(new MailListRepository(em), MadeMembers.settings()),
        new Outbox(em, CLOCK));
  }

  private static <T> T as(Reader reader, Function<MailingService, T> work) {
    return database.inTransaction(
        em -> {
          CallerContext caller = MadeMembers.caller(reader);
          return work.apply(
              new MailingService(
                  new EventAccess(new EventDutyRepository(em), caller),
                  new MailingRepository(em),
                  post(em),
                  MadeMembers.audit(em),
                  caller,
                  CLOCK));
        });
  }

  private static ReminderRound round(EntityManager em) {
    return new ReminderRound(new MailingRepository(em), post(em), CLOCK);
  }

  private static long mails() {
    return (Long) database.value("select count(*) from outbox_mail");
  }

  private static DeskFilter group(String group) {
    return DeskFilter.parse(Map.of("group", group));
  }

  private long send(UUID token, DeskFilter filter) {
    return as(organiser, s -> s.send("event-50", filter, token, "News: {event}", TEXT, "All"));
  }

  @Test
  void aMailGoesToEachOnceThoughTheFormIsSentTwice() {
    assertEquals(25, as(organiser, s -> s.count("event-50", DeskFilter.ALL)).intValue());
    UUID token = UUID.randomUUID();
    long id = send(token, DeskFilter.ALL);
    assertEquals(id, send(token, DeskFilter.ALL));
    assertEquals(25, mails());
    assertEquals(
        1L,
        database.value(
            "select count(*) from outbox_mail where recipient = 'm7@test.example' and body like"
                + " 'Dear Name 7,%Event 50 begins 20 Jan 2027 09:00 (Europe/Athens).%' and subject"
                + " like '%News: Event 50'"));
    Mailing mailing = as(organiser, s -> s.one("event-50", id));
    assertEquals(25, mailing.people());
    assertEquals(25, mailing.queued());
    database.sql(
        "update outbox_mail set state = 'DEAD', last_error = '550 no such user' where recipient ="
            + " 'm3@test.example'",
        "update outbox_mail set state = 'SENT', sent_at = now() where recipient ="
            + " 'm4@test.example'",
        "delete from outbox_mail where recipient = 'm5@test.example'");
    Mailing later = as(organiser, s -> s.all("event-50")).get(0);
    assertEquals(List.of(22, 2, 1), List.of(later.queued(), later.sent(), later.bounced()));
    MailedPerson bounced = as(organiser, s -> s.people("event-50", id)).get(0);
    assertEquals("550 no such user", bounced.error());
    resend(id, bounced.registration());
    assertEquals(25, mails(), "one more than before");
    assertEquals(0, as(organiser, s -> s.one("event-50", id)).bounced());
  }

  private void resend(long id, long registration) {
    as(
        organiser,
        s -> {
          s.resend("event-50", id, registration);
          return null;
        });
  }

  @Test
  void whoIsNotComingIsWrittenToOnlyWhereAskedFor() {
    send(UUID.randomUUID(), group("cancelled"));
    assertEquals(5, mails());
    assertThrows(ConflictException.class, () -> send(UUID.randomUUID(), group("declined")));
  }

  @Test
  void whatCannotBeFilledInIsRefusedBeforeAnythingIsSent() {
    InvalidException refused =
        assertThrows(
            InvalidException.class,
            () ->
                as(
                    organiser,
                    s ->
                        s.send(
                            "event-50",
                            DeskFilter.ALL,
                            UUID.randomUUID(),
                            "",
                            "Dear {firstname}, come",
                            "")));
    assertEquals(2, refused.fields().size());
    assertEquals(0, mails());
    MailPreview preview =
        as(organiser, s -> s.preview("event-50", group("waiting"), "{state}", TEXT));
    assertEquals(5, preview.count());
    assertTrue(preview.body().startsWith("Dear Name 21,"), preview.body());
    assertTrue(preview.subject().endsWith("on the waiting list"), preview.subject());
  }

  @Test
  void nobodyWritesToAnothersPeople() {
    long id = send(UUID.randomUUID(), DeskFilter.ALL);
    assertThrows(NotFoundException.class, () -> as(other, s -> s.all("event-50")));
    assertThrows(NotFoundException.class, () -> as(other, s -> s.people("event-50", id)));
    MadeEvents.open(database, 60, 2, 20);
    assertThrows(NotFoundException.class, () -> as(other, s -> s.one("event-60", id)));
    assertThrows(
        NotFoundException.class,
        () ->
            as(
                other,
                s -> {
                  s.resend("event-60", id, 1);
                  return null;
                }));
  }

  private void rule(int days, AttendanceMode mode) {
    as(
        organiser,
        s -> {
          s.remind("event-50", days, mode, "Soon: {event}", TEXT);
          return null;
        });
  }

  private static int remindAll() {
    int sent = 0;
    for (Long due : database.inTransaction(em -> round(em).due())) {
      sent += database.<Integer>inTransaction(em -> round(em).remind(due));
    }
    return sent;
  }

  @Test
  void aReminderGoesOutOnceToThoseWithASeat() {
    rule(-7, null);
    rule(-1, AttendanceMode.REMOTE);
    rule(1, null);
    database.sql(
        "update event set starts_at = now() + interval '8 days', ends_at = now() + interval '9 days'");
    assertEquals(0, remindAll());
    database.sql(
        "update event set starts_at = now() + interval '6 days', ends_at = now() + interval '7 days'");
    database.sql("update registration set state = 'CANCELLED' where id = 20");
    assertEquals(19, remindAll());
    assertEquals(0, remindAll());
    // the clock jumps back and forth
    database.sql(
        "update event set starts_at = now() + interval '30 days', ends_at = now() + interval '31 days'");
    assertEquals(0, remindAll());
    database.sql(
        "update event set starts_at = now() + interval '12 hours', ends_at = now() + interval '13 hours'");
    assertEquals(9, remindAll(), "those who take part from afar, a day before; nobody twice");
    database.sql(
        "update event set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days'",
        "update registration set state = 'NO_SHOW' where id = 1");
    assertEquals(18, remindAll());
    assertEquals(46, mails());
    database.sql("update event set status = 'CANCELLED'", "delete from event_mailing_person");
    assertEquals(0, remindAll());
  }

  @Test
  void whoGotTheSeatAfterwardsIsNotReminded() {
    rule(-7, null);
    database.sql(
        "update event set starts_at = now() + interval '6 days', ends_at = now() + interval '7 days'",
        "update registration set joined_at = now() where id = 1",
        "insert into registration_change (registration_id, at, what, actor_name) values (2, now(),"
            + " 'ACCEPTED', 'x')");
    assertEquals(18, remindAll());
  }

  @Test
  void twoNodesRemindEachPersonOnce() throws Exception {
    rule(-7, null);
    database.sql(
        "update event set starts_at = now() + interval '6 days', ends_at = now() + interval '7 days'");
    List<Long> due = database.inTransaction(em -> round(em).due());
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    List<Future<Integer>> sent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sent.add(
          nodes.submit(
              () -> {
                go.await();
                return database.<Integer>inTransaction(em -> round(em).remind(due.get(0)));
              }));
    }
    go.countDown();
    int all = 0;
    for (Future<Integer> each : sent) {
      all += each.get();
    }
    nodes.shutdown();
    assertEquals(20, all);
    assertEquals(20, mails());
  }
}
