package org.csoalliance.membership.standing;

import static org.csoalliance.membership.Capacity.PRIMARY;
import static org.csoalliance.membership.MadeMembers.CLOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.csoalliance.membership.MadeMembers;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingRoundIT {
  @RegisterExtension static final Database database = new Database();

  private Reader member;
  private Reader officer;

  @BeforeEach
  void people() {
    database.sql("truncate account, company, ship, outbox_mail cascade");
    MadeMembers.company(database, 10, "Kestrel Tankers");
    member = MadeMembers.member(database, 1, 10, PRIMARY, "2026-05-01", "9900083", "9900095");
    officer = MadeMembers.account(database, 9, null, Role.VETTING_OFFICER);
  }

  private static Clock on(String day) {
    return Clock.fixed(Instant.parse(day + "T05:00:00Z"), ZoneOffset.UTC);
  }

  private static StandingRound round(EntityManager em, Clock clock) {
    return new StandingRound(
        new StandingDayRepository(em),
        new StandingRepository(em),
        new MembershipLeaving(
            new StandingRepository(em),
            new ServiceRepository(em),
            new Outbox(em, clock),
            MadeMembers.settings(),
            clock),
        new Outbox(em, clock),
        MadeMembers.settings(),
        MadeMembers.audit(em),
        clock);
  }

  private static int remind(String day) {
    return database.inTransaction(em -> round(em, on(day)).remind());
  }

  private static StandingService standing(EntityManager em, Reader reader, Clock clock) {
    return new StandingService(
        new StandingRepository(em),
        new ServiceRepository(em),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        clock);
  }

  private static SuspensionService suspension(EntityManager em, Reader reader) {
    return new SuspensionService(
        new StandingRepository(em),
        new ServiceRepository(em),
        new Outbox(em, CLOCK),
        MadeMembers.settings(),
        MadeMembers.audit(em),
        MadeMembers.caller(reader),
        CLOCK);
  }

  private static long mails() {
    return (Long) database.value("select count(*) from outbox_mail");
  }

  @Test
  void eachReminderIsSentOnce() {
    // to be attested by 1 March 2027
    assertEquals(0, remind("2026-12-30"));
    assertEquals(1, remind("2026-12-31"));
    assertEquals(0, remind("2026-12-31"));
    assertEquals(0, remind("2027-01-29"));
    assertEquals(1, remind("2027-01-30"));
    assertEquals(1, remind("2027-02-23"), "late by a day: the last one still goes out, once");
    assertEquals(0, remind("2027-03-01"));
    assertEquals(0, remind("2027-03-02"));
    assertEquals(3, mails());
    assertEquals(
        3L, database.value("select count(*) from membership_event where kind = 'REMINDED'"));
    assertEquals(
        "Once a year",
        database.value("select substring(body from 1 for 11) from outbox_mail limit 1"));
  }

  @Test
  void whoIsSuspendedOrGoneIsNotReminded() {
    database.sql("update account set suspended_at = now() - interval '1 day' where id = 1");
    assertEquals(0, remind("2027-02-25"));
  }

  @Test
  void twoNodesAtTheSameTimeSendItOnce() throws Exception {
    for (int id = 100; id < 140; id++) {
      MadeMembers.member(database, id, 10, PRIMARY, "2026-05-01");
    }
    assertEquals(41, together("2027-02-25"), "each once by all nodes together");
    assertEquals(41, mails());

    // the control: without the table that remembers, each node sends it
    database.sql("truncate outbox_mail", "delete from attest_reminder");
    int first = remind("2027-02-25");
    database.sql("delete from attest_reminder");
    assertEquals(82, first + remind("2027-02-25"));
  }

  private static int together(String day) throws Exception {
    int nodes = 4;
    CyclicBarrier start = new CyclicBarrier(nodes);
    ExecutorService pool = Executors.newFixedThreadPool(nodes);
    try {
      Callable<Integer> node =
          () ->
              database.inTransaction(
                  em -> {
                    try {
                      start.await();
                    } catch (Exception broken) {
                      throw new IllegalStateException(broken);
                    }
                    return round(em, on(day)).remind();
                  });
      int sum = 0;
      for (var done : pool.invokeAll(List.of(node, node, node, node))) {
        sum += done.get();
      }
      return sum;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whoDoesNotAttestIsOutAfterThirtyDays() {
    assertEquals(0, database.<Integer>inTransaction(em -> round(em, on("2027-03-31")).lapse()));
    assertEquals(1, database.<Integer>inTransaction(em -> round(em, on("2027-04-01")).lapse()));
    assertEquals(0, database.<Integer>inTransaction(em -> round(em, on("2027-04-01")).lapse()));
    assertEquals(
        "LAPSED", database.value("select kind from membership_event order by id desc limit 1"));
    assertEquals(0L, database.value("select count(*) from service_ship where to_day is null"));
    assertTrue(MadeMembers.session(database, 1, 0).isEmpty());
  }

  @Test
  void attestingHoldsForAYearAndNeedsTheShipsThatWereShown() {
    Clock february = on("2027-02-20");
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> standing(em, member, CLOCK).attest(2)),
        "too early");
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> standing(em, member, february).attest(3)));
    LocalDate until = database.inTransaction(em -> standing(em, member, february).attest(2));
    assertEquals(LocalDate.of(2028, 3, 1), until);
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> standing(em, member, february).attest(2)));
    assertEquals(
        "ATTESTED Company security officer of Kestrel Tankers for 2 ships, until 2028-03-01",
        database.value("select kind || ' ' || detail from membership_event"));

    database.sql("update account set attest_by = date '2027-03-01'");
    LocalDate late = database.inTransaction(em -> standing(em, member, on("2027-03-20")).attest(2));
    assertEquals(LocalDate.of(2028, 3, 20), late, "a year from the day it was done");
  }

  @Test
  void aSuspensionTakesTheRightsAtOnceAndGivesThemBack() {
    database.doInTransaction(em -> suspension(em, officer).suspend(1, "Quoted outside", null));
    assertEquals(Set.of(), rights());
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> suspension(em, officer).suspend(1, "Again", null)));
    database.doInTransaction(em -> suspension(em, officer).lift(1));
    assertEquals(Set.of(Role.MEMBER), rights());
    assertThrows(
        ConflictException.class,
        () -> database.doInTransaction(em -> suspension(em, officer).lift(1)));
    database.doInTransaction(
        em -> suspension(em, officer).suspend(1, "Some days", LocalDate.of(2026, 11, 22)));
    assertEquals(
        "2026-11-23 00:00:00+00",
        database.value("select suspended_until::text from account where id = 1"));
    assertEquals(
        "SUSPENDED, LIFTED, SUSPENDED",
        database.value("select string_agg(kind, ', ' order by id) from membership_event"));
    assertEquals(3, mails());
  }

  @Test
  void aSuspensionHasAReasonAnEndAheadAndAnOfficerFromElsewhere() {
    assertThrows(
        InvalidException.class,
        () -> database.doInTransaction(em -> suspension(em, officer).suspend(1, " ", null)));
    assertThrows(
        InvalidException.class,
        () ->
            database.doInTransaction(
                em -> suspension(em, officer).suspend(1, "Reason", LocalDate.of(2026, 11, 21))));
    Reader colleague = new Reader(8L, "C", 10L, Set.of(Role.VETTING_OFFICER, Role.MEMBER));
    assertThrows(
        RefusedException.class,
        () ->
            database.doInTransaction(em -> suspension(em, colleague).suspend(1, "Because", null)));
  }

  /** What counts now; the time of the tests is moved aside, since the view asks the real one. */
  private static Set<Role> rights() {
    database.sql(
        "update account set suspended_at = least(suspended_at, now() - interval '1 second')"
            + " where suspended_at is not null");
    return MadeMembers.session(database, 1, 0).orElseThrow().roles();
  }
}
