package org.csoalliance.incident.alert;

import static org.csoalliance.incident.alert.Alerts.IN_STRAIT;
import static org.csoalliance.incident.alert.Alerts.STRAIT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.incident.IncidentJudged;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentRated;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentVersionAdded;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.mail.MailList;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPlannerIT {
  @RegisterExtension static final Database database = new Database();

  private final Alerts alerts = new Alerts(database);

  @BeforeEach
  void people() {
    alerts.people();
  }

  private static WatchOrder strait(Wanted wanted, Delivery delivery) {
    return new WatchOrder("Strait", STRAIT.waters(), wanted, delivery);
  }

  private static long queued() {
    return (Long) database.value("select count(*) from alert_delivery where state = 'QUEUED'");
  }

  @ParameterizedTest
  @CsvSource({
    "AMBER_STRICT, colleague editor reporter",
    "AMBER, colleague editor member reporter",
    "GREEN, colleague editor member partner reporter",
    "CLEAR, colleague editor member partner reporter"
  })
  void eachLabelReachesWhoMayReadIt(String tlp, String names) {
    alerts.everybodyWatches();
    alerts.incident(IN_STRAIT, "ROBBERY", tlp);
    alerts.confirm();
    assertEquals(new TreeSet<>(List.of(names.split(" "))), alerts.mailed("ALERT"));
  }

  @Test
  void ofARedOneTheMailSaysNothing() {
    alerts.everybodyWatches();
    alerts.incident(IN_STRAIT, "HIJACK", "RED");
    alerts.confirm();
    assertEquals(Set.of("editor", "reporter"), alerts.mailed("ALERT"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from outbox_mail where regexp_replace(concat(subject, ' ', body, ' ',"
                + " object_ref, ' '), 'http[^ \n]*', '', 'g') ~*"
                + " 'CSOA-|hijack|knives|strait|TLP|103|singapore'"));
    assertEquals(
        2L, database.value("select count(*) from outbox_mail where body like '%Sign in%'"));
    assertEquals(
        1L,
        database.value("select count(distinct subject) from outbox_mail"),
        "the same for everybody");
  }

  @Test
  void aGroupThatItIsSharedWithHearsOfARedOneByASignInMail() {
    alerts.everybodyWatches();
    alerts.incident(IN_STRAIT, "ROBBERY", "RED");
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (7, 'g', 'G', 'P', 'OPEN', now()) on conflict do nothing",
        "insert into group_member (group_id, account_id, state, from_at) values"
            + " (7, 3, 'MEMBER', now())",
        "insert into incident_group (incident_id, group_id, shared_at) values (1, 7, now())");
    alerts.confirm();
    assertEquals(Set.of("editor", "member", "reporter"), alerts.mailed("ALERT"));
  }

  @Test
  void oneMailForSeveralWatches() {
    alerts.watch(3, STRAIT);
    alerts.watch(3, new WatchOrder("All the east", Waters.box(new Box(-10, 90, 20, 120))));
    alerts.watch(3, new WatchOrder("Elsewhere", Waters.box(new Box(30, 0, 40, 10))));
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    assertEquals(1, alerts.count());
    String body = database.value("select body from outbox_mail").toString();
    assertTrue(body.contains("watches \"Singapore Strait\", \"All the east\"."), body);
    assertTrue(body.contains("Two ships saw it"), body);
    assertTrue(body.contains("/acknowledge?t="), body);
    assertTrue(body.contains("/unsubscribe?t="), body);
  }

  @Test
  void whatIsWantedIsKept() {
    alerts.watch(1, strait(Wanted.of(Set.of(IncidentKind.HIJACK)), Delivery.NOW));
    alerts.watch(2, strait(new Wanted(Set.of(), 2, Set.of(), ""), Delivery.NOW));
    alerts.watch(3, strait(new Wanted(Set.of(), null, Set.of(Tlp.CLEAR), ""), Delivery.NOW));
    alerts.watch(5, strait(new Wanted(Set.of(), null, Set.of(), "knives -guns"), Delivery.NOW));
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    database.sql("update incident set severity = 3");
    alerts.confirm();
    assertEquals(Set.of("editor"), alerts.mailed("ALERT"), "the words alone fit");
    database.sql("delete from outbox_mail", "update incident set severity = null");
    alerts.confirm();
    assertEquals(Set.of("colleague", "editor"), alerts.mailed("ALERT"), "not rated is wanted");
    database.sql("delete from outbox_mail", "update incident set severity = 2, tlp = 'CLEAR'");
    alerts.confirm();
    assertEquals(Set.of("colleague", "editor", "member"), alerts.mailed("ALERT"));
    alerts.incident(IN_STRAIT, "HIJACK", "GREEN");
    database.sql("delete from outbox_mail", "update incident set severity = 4, title = 'Guns'");
    alerts.confirm();
    assertEquals(Set.of("reporter"), alerts.mailed("ALERT"));
  }

  @Test
  void aStoppedWatchIsSilent() {
    alerts.watch(3, STRAIT);
    database.sql("update alert_subscription set stopped_at = now()");
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    assertEquals(0, alerts.count());
  }

  @Test
  void loweredStatusIsToldToThoseWhoWereMailed() {
    alerts.watch(3, STRAIT);
    alerts.watch(4, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    alerts.watch(2, STRAIT);
    database.sql(
        "delete from alert_subscription where account_id = 4",
        "update incident set status = 'DISPUTED'",
        "insert into incident_status_change (incident_id, at, to_status, reason, actor_name)"
            + " values (1, now(), 'DISPUTED', 'The port says no', 'An editor')");
    judged();
    assertEquals(Set.of("member", "partner"), alerts.mailed("ALERT_CORRECTION"));
    assertEquals(
        2L,
        database.value("select count(*) from outbox_mail where body like '%The port says no%'"));
  }

  private void judged() {
    database.doInTransaction(
        em ->
            alerts
                .planner(em)
                .judged(new IncidentJudged(1, IncidentStatus.CONFIRMED, IncidentStatus.DISPUTED)));
    alerts.mail();
  }

  @Test
  void whatIsLoweredBeforeItWasMailedIsNotMailed() {
    alerts.watch(3, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.plan();
    database.sql("update incident set status = 'DISPUTED'");
    judged();
    assertEquals(0, alerts.count());
    assertEquals(0L, database.value("select count(*) from alert_delivery"), "no trace");
  }

  @Test
  void aLabelThatIsNarrowedInBetweenLeavesNothingToMail() {
    alerts.everybodyWatches();
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.plan();
    database.sql("update incident set tlp = 'AMBER_STRICT'");
    alerts.mail();
    assertEquals(Set.of("colleague", "editor", "reporter"), alerts.mailed("ALERT"));
    assertEquals(3L, database.value("select count(*) from alert_delivery"));
  }

  @Test
  void mailsThatWaitAreWrittenAnewUnderANarrowerLabel() {
    alerts.everybodyWatches();
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    database.sql(
        "update outbox_mail set state = 'SENT' where recipient like 'member%'",
        "update incident set tlp = 'AMBER_STRICT'");
    database.doInTransaction(
        em ->
            alerts
                .planner(em)
                .labelled(
                    new org.csoalliance.incident.IncidentLabelled(1, Tlp.GREEN, Tlp.AMBER_STRICT)));
    assertEquals(Set.of("member"), alerts.mailed("ALERT"), "what was sent stays");
    alerts.mail();
    assertEquals(Set.of("colleague", "editor", "member", "reporter"), alerts.mailed("ALERT"));
    assertEquals(
        3L, database.value("select count(*) from outbox_mail where body like 'TLP:AMBER+STRICT%'"));
  }

  @Test
  void aGraverRatingIsNewsForThoseWhoHeardAndForThoseWhoWaitForIt() {
    alerts.watch(3, STRAIT);
    alerts.watch(2, strait(new Wanted(Set.of(), 1, Set.of(), ""), Delivery.NOW));
    alerts.watch(4, strait(new Wanted(Set.of(), 3, Set.of(), ""), Delivery.NOW));
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    database.sql("update incident set severity = 4");
    alerts.confirm();
    assertEquals(Set.of("member"), alerts.mailed("ALERT"));
    database.sql("delete from outbox_mail", "update incident set severity = 3");
    rated(4, 3);
    assertEquals(Set.of("member", "partner"), alerts.mailed("ALERT"));
    database.sql("delete from outbox_mail", "update incident set severity = 1");
    rated(3, 1);
    assertEquals(Set.of("colleague", "member", "partner"), alerts.mailed("ALERT"));
    assertEquals(
        3L, database.value("select count(*) from outbox_mail where subject like '%Now CAT 1%'"));
    database.sql("delete from outbox_mail", "update incident set severity = 2");
    rated(1, 2);
    assertEquals(0, alerts.count(), "less grave is no alarm");
  }

  private void rated(Integer from, Integer to) {
    database.doInTransaction(em -> alerts.planner(em).rated(new IncidentRated(1, from, to)));
    alerts.mail();
  }

  private static void hours(long account, String zone, String from, String to) {
    database.sql(
        "insert into alert_hours (account_id, zone, quiet_from, quiet_to, digest_at, digest_day,"
            + " updated_at) values ("
            + account
            + ", '"
            + zone
            + "', "
            + from
            + ", "
            + to
            + ", '07:00', 1, now())");
  }

  @Test
  void quietHoursHoldBackWhatIsNoDangerToLife() {
    alerts.watch(3, STRAIT);
    hours(3, "Asia/Singapore", "'19:00'", "'06:00'"); // it is 20:00 there
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    assertEquals(0, alerts.count());
    assertEquals(1, queued());
    alerts.now = Instant.parse("2026-11-27T22:00:00Z"); // 06:00 there
    alerts.mail();
    assertEquals(1, alerts.count());
    for (String life : List.of("kind = 'ATTACK'", "severity = 1", "persons_harmed = 'YES'")) {
      database.sql("delete from outbox_mail");
      alerts.now = Instant.parse("2026-11-27T12:00:00Z");
      alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
      database.sql("update incident set " + life);
      alerts.confirm();
      assertEquals(1, alerts.count(), life);
    }
  }

  @Test
  void aDigestIsOneMailAtItsHour() {
    alerts.watch(3, strait(Wanted.ANY, Delivery.DAILY));
    hours(3, "Europe/Athens", "null", "null");
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.confirm();
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision,"
            + " latitude, longitude, tlp, title, text, created_at, updated_at) select 2,"
            + " 'CSOA-2026-00002', 'DRUGS', status, occurred_at, occurred_precision, latitude,"
            + " longitude, 'AMBER', 'Second', 'Text', created_at, updated_at from incident");
    database.doInTransaction(
        em -> alerts.planner(em).confirmed(new org.csoalliance.incident.IncidentConfirmed(2)));
    alerts.mail();
    assertEquals(0, alerts.count());
    alerts.now = Instant.parse("2026-11-28T05:00:00Z");
    alerts.mail();
    assertEquals(1, alerts.count());
    String body = (String) database.value("select body from outbox_mail");
    assertTrue(body.startsWith("TLP:AMBER\n"), "the narrowest label first: " + body);
    assertTrue(body.contains("CSOA-2026-00001") && body.contains("CSOA-2026-00002"), body);
    assertEquals(
        "[CSO Alliance] 2 alerts in your waters",
        database.value("select subject from outbox_mail"));
  }

  @Test
  void aDigestOfARedOneOnlyCounts() {
    alerts.watch(5, strait(Wanted.ANY, Delivery.DAILY));
    alerts.incident(IN_STRAIT, "ROBBERY", "RED");
    alerts.plan();
    alerts.now = Instant.parse("2026-11-28T07:00:00Z");
    alerts.mail();
    String body = (String) database.value("select body from outbox_mail");
    assertTrue(body.contains("Sign in"), body);
    assertFalse(body.contains("CSOA-2026"), body);
  }

  @Test
  void whoStoppedTheMailsIsNotMailedAndSeesWhy() {
    alerts.watch(3, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    database.sql("insert into mail_stop values (3, '" + MailList.ALERTS + "', now(), true)");
    alerts.confirm();
    assertEquals(0, alerts.count());
    assertEquals("STOPPED", database.value("select shown from alert_delivery_shown"));
  }

  @Test
  void stateFollowsTheMail() {
    alerts.watch(3, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    alerts.plan();
    assertEquals("QUEUED", shown());
    alerts.mail();
    assertEquals("QUEUED", shown(), "in the outbox");
    database.sql("update outbox_mail set state = 'SENT'");
    assertEquals("SENT", shown());
    database.sql("update outbox_mail set state = 'DEAD'");
    assertEquals("FAILED", shown());
    database.sql("update alert_delivery set acknowledged_at = now()");
    assertEquals("ACKNOWLEDGED", shown());
  }

  private static Object shown() {
    return database.value("select shown from alert_delivery_shown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delete from account_role where account_id = 3"
            + " | insert into account_role values (3, 'MEMBER')",
        "update account set suspended_at = now() - interval '1 hour' where id = 3"
            + " | update account set suspended_at = null where id = 3"
      })
  void whoLostTheRoleOrIsSuspendedIsNotMailedWhateverTheLabel(String end, String begin) {
    alerts.watch(3, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "CLEAR");
    alerts.plan();
    database.sql(end);
    alerts.mail();
    assertEquals(0, alerts.count(), "queued before, due after");
    assertNull(database.value("select 1 from alert_delivery"), "nothing waits, nothing is kept");
    alerts.confirm();
    assertEquals(0, alerts.count());
    database.sql(begin);
    alerts.confirm();
    assertEquals(1, alerts.count(), "the watch was kept");
  }

  @Test
  void twoNodesWriteEachMailOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      alerts.everybodyWatches();
    }
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    for (int i = 0; i < 40; i++) {
      alerts.plan();
    }
    long waiting = queued();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> nodes = new ArrayList<>();
      Callable<Integer> node =
          () -> {
            int done = 0;
            while (queued() > 0) {
              done += database.inTransaction(em -> alerts.mails(em).write());
            }
            return done;
          };
      for (int i = 0; i < 4; i++) {
        nodes.add(pool.submit(node));
      }
      int done = 0;
      for (Future<Integer> each : nodes) {
        done += each.get();
      }
      assertEquals(waiting, done);
    } finally {
      pool.shutdownNow();
    }
    assertEquals(waiting, alerts.count());
    assertEquals(waiting, database.value("select count(distinct message_id) from alert_delivery"));
  }

  private void version(int number) {
    database.sql(
        "insert into incident_version (incident_id, number, stage, at, author_name, reason, form,"
            + " form_version, open) values (1, "
            + number
            + ", '"
            + (number == 1 ? "INITIAL" : "FOLLOW_UP")
            + "', now(), 'reporter', 'The crew is safe now', 'PIRACY', 1, '{}')");
  }

  private void told(int number) {
    version(number);
    database.doInTransaction(em -> alerts.planner(em).told(new IncidentVersionAdded(1, number)));
  }

  @Test
  void aNewVersionOfAConfirmedReportIsToldToThoseWhoWatchOrHeardOfIt() {
    alerts.watch(3, STRAIT);
    alerts.watch(6, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "AMBER");
    version(1);
    alerts.confirm();
    assertEquals(1, alerts.count());
    told(2);
    assertEquals(1, queued(), "once for each person and version");
    alerts.mail();
    assertEquals(2, alerts.count());
    String body =
        database.value("select body from outbox_mail order by id desc limit 1").toString();
    assertTrue(body.contains("UPDATE: ROBBERY"), body);
    assertTrue(body.contains("2, follow-up"), body);
    assertTrue(body.contains("The crew is safe now"), body);
    assertFalse(body.contains("not yet, an editor"), body);
    database.sql(
        "insert into incident_review (incident_id, version, reasons, asked_at) values (1, 3,"
            + " array['NEW_VERSION'], now())");
    told(3);
    alerts.mail();
    assertTrue(
        database
            .value("select body from outbox_mail order by id desc limit 1")
            .toString()
            .contains("not yet, an editor has to look at this version"));
  }

  @Test
  void aNewVersionOfWhatIsNotConfirmedOrStandsInAnotherIsToldToNobody() {
    alerts.watch(3, STRAIT);
    alerts.incident(IN_STRAIT, "ROBBERY", "GREEN");
    database.sql("update incident set status = 'DISPUTED'");
    told(2);
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision, tlp, title,"
            + " text, created_at, updated_at) values (2, 'CSOA-2026-00002', 'ROBBERY', 'REPORTED', now(),"
            + " 'DAY', 'RED', 'Survivor', 'Text', now(), now())",
        "update incident set status = 'CONFIRMED', merged_into = 2 where id = 1");
    told(3);
    assertEquals(0, queued());
  }

  @Test
  void aNewVersionOfARedOneIsNotInTheMail() {
    alerts.everybodyWatches();
    alerts.incident(IN_STRAIT, "HIJACK", "RED");
    told(2);
    alerts.mail();
    assertEquals(Set.of("editor", "reporter"), alerts.mailed("ALERT"));
    assertEquals(
        0L,
        database.value(
            "select count(*) from outbox_mail where concat(subject, body) ~*"
                + " 'CSOA-2|hijack|knives|strait|TLP|safe now|follow'"));
  }
}
