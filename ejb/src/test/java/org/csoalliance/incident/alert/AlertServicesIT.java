package org.csoalliance.incident.alert;

import static org.csoalliance.incident.alert.Alerts.IN_STRAIT;
import static org.csoalliance.incident.alert.Alerts.STRAIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.mail.MailListRepository;
import org.csoalliance.platform.security.Agreement;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Watches, their preview, answers to alerts, totals, and the yearly test. */
class AlertServicesIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader MEMBER = new Reader(3L, "member", 2L, EnumSet.of(Role.MEMBER));
  private static final Reader PARTNER = new Reader(4L, "partner", null, EnumSet.of(Role.PARTNER));
  private static final Reader EDITOR = new Reader(5L, "editor", null, EnumSet.of(Role.EDITOR));

  private final Alerts alerts = new Alerts(database);

  @BeforeEach
  void people() {
    alerts.people();
  }

  private static CallerContext as(Reader reader) {
    CallerContext caller = new CallerContext();
    caller.set(reader);
    return caller;
  }

  private AlertSubscriptionService watches(EntityManager em, Reader reader) {
    return new AlertSubscriptionService(
        new AlertSubscriptionRepository(em), new AuditLog(em), as(reader), alerts.clock());
  }

  private <T> T watching(Reader reader, Function<AlertSubscriptionService, T> work) {
    return database.inTransaction(em -> work.apply(watches(em, reader)));
  }

  private <T> T log(Reader reader, Function<AlertLogService, T> work) {
    return database.inTransaction(
        em ->
            work.apply(
                new AlertLogService(
                    new AlertLogRepository(em),
                    new AlertRepository(em),
                    new AlertDeliveryRepository(em),
                    new AuditLog(em),
                    as(reader),
                    alerts.clock())));
  }

  private AcknowledgeService answers(EntityManager em, Reader reader) {
    return new AcknowledgeService(
        new AlertDeliveryRepository(em), new MailListRepository(em), as(reader), alerts.clock());
  }

  @Test
  void whenAndWhetherAPersonIsMailedIsReadAtOnce() {
    assertEquals(
        new AlertMailing(AlertHours.PLAIN, false),
        watching(MEMBER, AlertSubscriptionService::mailing));
    AlertHours hours =
        new AlertHours(ZoneId.of("Asia/Manila"), null, null, LocalTime.of(6, 0), DayOfWeek.FRIDAY);
    database.inTransaction(
        em -> {
          new AlertSubscriptionRepository(em).keep(3, hours, alerts.clock().instant());
          return null;
        });
    database.sql("insert into mail_stop values (3, 'ALERTS', now(), false)");
    assertEquals(
        new AlertMailing(hours, true), watching(MEMBER, AlertSubscriptionService::mailing));
    assertEquals(
        new AlertMailing(AlertHours.PLAIN, false),
        watching(PARTNER, AlertSubscriptionService::mailing));
  }

  @Test
  void ownWatchesOnlyAndFiftyAtMost() {
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.watch(4, STRAIT);
    long foreign = (Long) database.value("select min(id) from alert_subscription");
    Long id = this.<Long>watching(MEMBER, service -> service.watch(STRAIT));
    assertEquals(
        id, this.<Long>watching(MEMBER, service -> service.watch(STRAIT)), "sent twice is one");
    List<Watch> mine = watching(MEMBER, AlertSubscriptionService::mine);
    assertEquals(1, mine.size());
    assertEquals(exactly(1), mine.get(0).confirmedLately());
    assertEquals(STRAIT, mine.get(0).order());
    for (Runnable foreigner :
        List.<Runnable>of(
            () -> watching(MEMBER, service -> service.stop(foreign)),
            () -> watching(MEMBER, service -> service.resume(foreign)))) {
      assertThrows(NotFoundException.class, foreigner::run);
    }
    assertEquals(STRAIT, watching(MEMBER, service -> service.stop(id)));
    assertTrue(watching(MEMBER, AlertSubscriptionService::mine).isEmpty());
    assertThrows(NotFoundException.class, () -> watching(MEMBER, service -> service.stop(id)));
    assertEquals(STRAIT, watching(MEMBER, service -> service.resume(id)));
    assertEquals(1, watching(MEMBER, AlertSubscriptionService::mine).size());
    for (int i = 0; i < 49; i++) {
      WatchOrder order = new WatchOrder("W" + i, STRAIT.waters());
      watching(MEMBER, service -> service.watch(order));
    }
    assertThrows(
        InvalidException.class,
        () -> watching(MEMBER, service -> service.watch(new WatchOrder("X", Waters.WORLD))));
    assertEquals(
        52L, database.value("select count(*) from audit_entry where actor_id = 3"), "audited");
  }

  @Test
  void previewCountsWhatThePersonMayRead() {
    alerts.incident(IN_STRAIT, "ROBBERY", "AMBER");
    List<Waters> all =
        List.of(
            STRAIT.waters(),
            Waters.WORLD,
            Waters.polygon(
                Outline.of(
                    List.of(new Position(0, 103), new Position(2, 103), new Position(2, 105)))));
    for (Waters waters : all) {
      WatchOrder order = new WatchOrder("P", waters);
      assertEquals(
          exactly(1), watching(MEMBER, service -> service.wouldHaveSent(order)), waters::toString);
      assertEquals(exactly(0), watching(PARTNER, service -> service.wouldHaveSent(order)));
    }
    WatchOrder hijack =
        new WatchOrder(
            "H",
            Waters.WORLD,
            Wanted.of(Set.of(org.csoalliance.incident.IncidentKind.HIJACK)),
            Delivery.NOW);
    assertEquals(exactly(0), watching(MEMBER, service -> service.wouldHaveSent(hijack)));
    assertEquals(0L, database.value("select count(*) from alert_subscription"), "changes nothing");
    database.sql("update incident set occurred_at = now() - interval '13 months'");
    assertEquals(exactly(0), watching(MEMBER, service -> service.wouldHaveSent(STRAIT)));
  }

  private static SmallCount exactly(long count) {
    return new SmallCount(count, false);
  }

  @Test
  void twoTellingsOfOneEventCountOnceAndFewAreGuarded() {
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision,"
            + " latitude, longitude, tlp, title, text, reporter_id, company_id, created_at,"
            + " updated_at) select n, 'CSOA-2026-0000' || n, kind, status, occurred_at,"
            + " occurred_precision, latitude, longitude, tlp, title, text, reporter_id, company_id,"
            + " created_at, updated_at from incident, generate_series(2, 4) n where id = 1");
    WatchOrder order = new WatchOrder("P", STRAIT.waters());
    alerts.watch(3, STRAIT);
    Reader partner =
        new Reader(4L, "partner", null, Set.of(Role.PARTNER), false, Set.of(), Agreement.GREEN);
    assertEquals(exactly(4), watching(MEMBER, service -> service.wouldHaveSent(order)));
    assertEquals(
        new SmallCount(0, true), watching(partner, service -> service.wouldHaveSent(order)));
    database.sql(
        "update incident set merged_into = (select min(id) from incident) where id = (select"
            + " max(id) from incident)");
    assertEquals(exactly(3), watching(MEMBER, service -> service.wouldHaveSent(order)));
    assertEquals(
        exactly(3), watching(MEMBER, AlertSubscriptionService::mine).get(0).confirmedLately());
    // who sees the other telling alone still counts it
    database.sql(
        "update incident set tlp = 'RED', reporter_id = null where id = (select min(id) from"
            + " incident)");
    assertEquals(exactly(3), watching(MEMBER, service -> service.wouldHaveSent(order)));
    database.sql("update incident set source = 'NGA_ASAM'");
    assertEquals(exactly(3), watching(partner, service -> service.wouldHaveSent(order)));
  }

  @Test
  void hoursAreKeptAndUsed() {
    AlertHours hours =
        new TypedHours("Asia/Singapore", "22:00", "06:00", "08:00", "3").understood();
    watching(
        MEMBER,
        service -> {
          service.keep(hours);
          service.keep(hours);
          return null;
        });
    assertEquals(hours, watching(MEMBER, AlertSubscriptionService::hours));
    assertEquals(AlertHours.PLAIN, watching(PARTNER, AlertSubscriptionService::hours));
  }

  @Test
  void theMemberSeesTheStateOfOwnAlertsAndAcknowledgesThem() {
    alerts.watch(3, STRAIT);
    alerts.watch(4, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    SentAlert mine = log(MEMBER, AlertLogService::mine).get(0);
    assertEquals("CSOA-2026-00001", mine.reference());
    assertEquals("QUEUED", mine.state());
    assertThrows(
        NotFoundException.class,
        () -> database.doInTransaction(em -> answers(em, PARTNER).mine(mine.id())),
        "somebody else's");
    database.doInTransaction(em -> answers(em, MEMBER).mine(mine.id()));
    assertEquals("ACKNOWLEDGED", log(MEMBER, AlertLogService::mine).get(0).state());
    AlertTotals totals = log(EDITOR, AlertLogService::totals).get(0);
    assertEquals(2, totals.all());
    assertEquals(1, totals.acknowledged());
    assertEquals(50, totals.percent());
    database.sql("update incident set tlp = 'AMBER_STRICT'");
    assertTrue(
        log(MEMBER, AlertLogService::mine).isEmpty(), "what may not be read leaves no trace");
  }

  @Test
  void theLinkInTheMailAcknowledgesWithoutSigningIn() {
    alerts.watch(3, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    String body = (String) database.value("select body from outbox_mail");
    String token = body.replaceAll("(?s).*/acknowledge\\?t=([^\\s]+).*", "$1");
    boolean[] said =
        database.inTransaction(
            em -> {
              AcknowledgeService service = answers(em, Reader.VISITOR);
              boolean known = service.known(token);
              boolean first = service.byLink(token);
              return new boolean[] {
                known, first, service.byLink(token), service.byLink(token + "x"), service.known("")
              };
            });
    assertTrue(said[0] && said[1] && said[2]);
    assertFalse(said[3] || said[4]);
    assertEquals("ACKNOWLEDGED", database.value("select shown from alert_delivery_shown"));
  }

  @Test
  void theYearlyTestReachesWhoeverWatchesAndTellsWhoIsSilent() {
    alerts.everybodyWatches();
    assertTrue(log(EDITOR, AlertLogService::testIsDue));
    assertEquals(
        (Integer) 5, this.<Integer>log(EDITOR, service -> service.startTest("By the duty editor")));
    assertFalse(log(EDITOR, AlertLogService::testIsDue));
    assertThrows(
        ConflictException.class, () -> log(EDITOR, service -> service.startTest("")), "too soon");
    alerts.mail();
    assertEquals(
        Set.of("colleague", "editor", "member", "partner", "reporter"),
        alerts.mailed("ALERT_TEST"));
    long mine =
        log(MEMBER, AlertLogService::mine).stream()
            .filter(alert -> alert.what() == AlertKind.TEST)
            .findFirst()
            .orElseThrow()
            .id();
    database.doInTransaction(em -> answers(em, MEMBER).mine(mine));
    AlertTest test = log(EDITOR, AlertLogService::tests).get(0);
    assertEquals(5, test.totals().all());
    assertEquals(20, test.totals().percent());
    assertEquals(
        List.of("colleague", "editor", "partner", "reporter"),
        log(EDITOR, service -> service.silent(test.id())).stream()
            .map(AlertTest.Silent::name)
            .toList());
    assertEquals(
        1L, database.value("select count(*) from audit_entry where action = 'alert.tested'"));
    alerts.now = alerts.now.plusSeconds(366 * 86_400);
    assertTrue(log(EDITOR, AlertLogService::testIsDue));
    assertThrows(
        InvalidException.class, () -> log(EDITOR, service -> service.startTest("x".repeat(301))));
  }

  @Test
  void retentionTakesOldAnswersAndStoppedWatches() {
    alerts.watch(3, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    database.sql("update alert_subscription set stopped_at = '2026-01-01'");
    Instant later = alerts.now.plusSeconds(60);
    database.doInTransaction(
        em -> {
          AlertLogRepository repository = new AlertLogRepository(em);
          assertEquals(1, repository.forget(later));
          assertEquals(1, repository.forgetStopped(later));
        });
    assertEquals(0L, database.value("select count(*) from alert_subscription"));
  }
}
