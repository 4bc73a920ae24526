package org.csoalliance.incident.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.csoalliance.incident.FilterPlaces;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatisticsMailIT {
  @RegisterExtension static final Database database = new Database();

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  @BeforeEach
  void people() {
    database.sql(
        "truncate incident, outbox_mail, account, company cascade",
        "insert into company (id, name, sector) values (10, 'Northern Tankers', 'TANKER'), (20,"
            + " 'Southern Cruises', 'CRUISE')",
        "insert into account (id, email, email_key, name, company_id, created_at) select n, n ||"
            + " '@demo.example', n || '@demo.example', 'Person ' || n, 20, now() from"
            + " generate_series(1, 60) n",
        "insert into account_role (account_id, role) select id, 'MEMBER' from account");
    // seven in the port, of which one is RED, on 25 November
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision, area,"
            + " tlp, title, text, created_at, updated_at, company_id) select n, 'CSOA-2026-' || n,"
            + " 'ROBBERY', 'CONFIRMED', '2026-11-25T12:00:00Z', 'EXACT', 'Lagos', case n when 7"
            + " then 'RED' else 'GREEN' end, 'T', 'Words', now(), now(), 10 from"
            + " generate_series(1, 7) n");
  }

  private static void start(long account, IncidentFilter filter, Clock clock) {
    CallerContext caller = new CallerContext();
    caller.set(new Reader(account, "Person", 20L, Set.of(Role.MEMBER)));
    database.doInTransaction(
        em ->
            new StatisticsSubscriptionService(
                    new StatisticsSubscriptionRepository(em), new AuditLog(em), caller, clock)
                .start(filter));
  }

  private static int turn(Clock clock) {
    int served = 0;
    int some;
    do {
      some =
          database.inTransaction(
              em ->
                  new StatisticsMailRound(
                          new StatisticsSubscriptionRepository(em),
                          new StatisticsRepository(em),
                          new FilterPlaces(),
                          new Outbox(em, clock),
                          new Settings(),
                          clock)
                      .some());
      served += some;
    } while (some > 0);
    return served;
  }

  private static long mails() {
    return (Long) database.value("select count(*) from outbox_mail");
  }

  @Test
  void eachGetsTheFiguresOfADayOnceWhicheverNodeTurns() {
    for (long account = 1; account <= 60; account++) {
      start(account, IncidentFilter.ALL, at("2026-11-25T08:00:00Z"));
    }
    assertEquals(0, turn(at("2026-11-25T09:00:00Z")), "yesterday was before they asked");
    Clock morning = at("2026-11-26T05:23:00Z");
    List<CompletableFuture<Integer>> nodes =
        List.of(
            CompletableFuture.supplyAsync(() -> turn(morning)),
            CompletableFuture.supplyAsync(() -> turn(morning)),
            CompletableFuture.supplyAsync(() -> turn(morning)));
    int served = nodes.stream().mapToInt(CompletableFuture::join).sum();
    served += turn(morning);
    assertEquals(60, served);
    assertEquals(60, mails());
    assertEquals(60L, database.value("select count(distinct account_id) from outbox_mail"));
    assertEquals(0, turn(at("2026-11-26T23:23:00Z")));
    assertEquals(60, turn(at("2026-11-27T05:23:00Z")), "the next day");
  }

  @Test
  void itHoldsWhatItsReaderMayReadAndNothingRed() {
    start(1, IncidentFilter.ALL, at("2026-11-25T08:00:00Z"));
    turn(at("2026-11-26T06:23:00Z"));
    String body = (String) database.value("select body from outbox_mail");
    assertTrue(body.contains("What happened on 25 Nov 2026 (UTC)"), body);
    assertTrue(body.contains("Robbery                             6"), body);
    assertEquals("Figures of 25 Nov 2026: 6", database.value("select subject from outbox_mail"));
    assertEquals("STATISTICS", database.value("select list from outbox_mail"));
    assertTrue(
        ((String) database.value("select unsubscribe from outbox_mail"))
            .contains("/unsubscribe?t="));
    database.sql("delete from incident where id <= 3", "truncate outbox_mail");
    turn(at("2026-11-27T06:23:00Z"));
    String few = (String) database.value("select body from outbox_mail");
    assertTrue(few.contains("All                                 few"), few);
  }

  @Test
  void theSelectionIsKeptWithoutItsPeriod() {
    Map<String, List<String>> asked =
        Map.of("port", List.of("Lagos"), "kind", List.of("HIJACK"), "from", List.of("2020-01-01"));
    start(1, IncidentFilter.parse(asked), at("2026-11-25T08:00:00Z"));
    assertEquals(
        "kind=HIJACK&port=Lagos", database.value("select query from statistics_subscription"));
    turn(at("2026-11-26T06:23:00Z"));
    String body = (String) database.value("select body from outbox_mail");
    assertTrue(body.contains("All                                 0"), body);
    assertTrue(body.contains("/statistics?kind=HIJACK&port=Lagos"), body);
  }

  @Test
  void whoLostTheRightOrStoppedTheListGetsNothing() {
    start(1, IncidentFilter.ALL, at("2026-11-25T08:00:00Z"));
    start(2, IncidentFilter.ALL, at("2026-11-25T08:00:00Z"));
    start(3, IncidentFilter.ALL, at("2026-11-25T08:00:00Z"));
    database.sql(
        "update account set state = 'ENDED' where id = 1",
        "insert into mail_stop (account_id, list, stopped_at, by_link) values (2, 'STATISTICS',"
            + " now(), true)");
    turn(at("2026-11-26T06:23:00Z"));
    assertEquals(3L, database.value("select max(account_id) from outbox_mail"));
    assertEquals(1, mails());
  }

  @Test
  void aRedLabelAloneSelectsNothingRed() {
    IncidentFilter red = IncidentFilter.parse(Map.of("tlp", List.of("RED")));
    assertFalse(
        StatisticsMailText.mailable(red).tlps().contains(org.csoalliance.platform.sharing.Tlp.RED));
  }
}
