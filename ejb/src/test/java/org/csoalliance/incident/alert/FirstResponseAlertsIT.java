package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.incident.firstresponse.FirstResponsePublished;
import org.csoalliance.incident.firstresponse.FirstResponseRepository;
import org.csoalliance.incident.firstresponse.FirstResponseWithdrawn;
import org.csoalliance.incident.firstresponse.PublishedReports;
import org.csoalliance.platform.mail.Outbox;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a first response report is mailed to, and what stands in the mail. */
class FirstResponseAlertsIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeEach
  void people() {
    database.sql(
        "delete from outbox_mail",
        "delete from alert_delivery",
        "truncate first_response cascade",
        "delete from incident",
        "delete from account",
        "delete from company",
        "insert into company (id, name, sector) values (1, 'Tankers', 'TANKER')");
    account(1, "member", 1, "MEMBER");
    account(2, "editor", null, "EDITOR");
    account(3, "administrator", null, "ADMINISTRATOR");
    account(4, "elsewhere", 1, "MEMBER");
    for (long account = 1; account <= 3; account++) {
      watch(account, KnownWaters.SINGAPORE.order());
    }
    watch(4, KnownWaters.LAGOS.order());
  }

  private static void account(long id, String name, Integer company, String role) {
    database.sql(
        ("insert into account (id, email, email_key, name, company_id, state, created_at) values"
                + " (%1$d, '%2$s@demo.example', '%2$s@demo.example', '%2$s', %3$s, 'ACTIVE',"
                + " now())")
            .formatted(id, name, company),
        "insert into account_role values (" + id + ", '" + role + "')");
  }

  private static void watch(long account, WatchOrder waters) {
    database.doInTransaction(
        em -> new AlertSubscriptionRepository(em).add(account, waters, Instant.now()));
  }

  private static void report(String audience, String tlp, String latitude) {
    database.sql(
        "insert into first_response (id, state, created_at) values (1, 'DRAFT', now())",
        ("insert into first_response_version (id, report_id, at, editor_name, title, kind,"
                + " latitude, longitude, audience, tlp) values (1, 1, now(), 'E', 'A title',"
                + " 'ROBBERY', %s, %s, '%s', '%s')")
            .formatted(latitude, latitude.equals("null") ? "null" : "103.9", audience, tlp),
        "insert into first_response_block values (1, 0, 'KNOWN', null, 'PUBLIC', 'Known to all.'),"
            + " (1, 1, 'KNOWN', null, 'MEMBERS', 'Known inside.'),"
            + " (1, 2, 'UPDATE', '2026-11-22 12:00Z', 'PUBLIC', 'Escorted now.')",
        "update first_response_version set number = 1",
        "update first_response set state = 'PUBLISHED', current_number = 1, published_at = now(),"
            + " reference = 'FRR-2026-001', slug = '2026-001-a-title'");
  }

  private static final Alerts ALERTS = new Alerts(database);

  private static void publish() {
    database.doInTransaction(em -> alerts(em).published(new FirstResponsePublished(1)));
    ALERTS.mail();
  }

  private static FirstResponseAlerts alerts(jakarta.persistence.EntityManager em) {
    return new FirstResponseAlerts(
        new AlertRepository(em),
        new AlertReportRepository(em),
        new AlertDeliveryRepository(em),
        new PublishedReports(new FirstResponseRepository(em)),
        new Outbox(em),
        new Settings(),
        ALERTS.clock());
  }

  private static Set<String> mailed(String category) {
    Object names =
        database.value(
            "select string_agg(split_part(recipient, '@', 1), ' ') from outbox_mail where category"
                + " = '"
                + category
                + "'");
    return names == null ? Set.of() : new TreeSet<>(List.of(names.toString().split(" ")));
  }

  @ParameterizedTest
  @CsvSource({"PUBLIC, AMBER", "MEMBERS, AMBER", "MEMBERS, GREEN"})
  void goesToWhoWatchesTheWaterAndMayReadIt(String audience, String tlp) {
    report(audience, tlp, "1.2");
    publish();
    assertEquals(Set.of("editor", "member"), mailed("FIRST_RESPONSE"));
    String body =
        (String) database.value("select body from outbox_mail where recipient like 'member%'");
    assertTrue(body.startsWith("TLP:" + tlp + "\n"), body);
    assertTrue(body.endsWith("\nTLP:" + tlp + "\n"), body);
    for (String words :
        List.of(
            "FRR-2026-001", "Known to all.", "Known inside.", "22 Nov 2026 12:00 UTC: Escorted")) {
      assertTrue(body.contains(words), body);
    }
    assertTrue(body.length() < 20_000);
    database.sql(
        "update first_response set state = 'WITHDRAWN', withdrawn_at = now(), withdrawn_reason ="
            + " 'It was a drill.'");
    database.doInTransaction(em -> alerts(em).withdrawn(new FirstResponseWithdrawn(1)));
    assertEquals(Set.of("editor", "member"), mailed("FIRST_RESPONSE_WITHDRAWN"));
    String back =
        (String)
            database.value(
                "select body from outbox_mail where category = 'FIRST_RESPONSE_WITHDRAWN' limit 1");
    assertTrue(back.contains("It was a drill."), back);
    assertFalse(back.contains("Known"), back);
  }

  @Test
  void withoutAPositionNobodyIsMailed() {
    report("PUBLIC", "GREEN", "null");
    publish();
    assertEquals(Set.of(), mailed("FIRST_RESPONSE"));
  }

  @Test
  void whatStandsOnARedIncidentIsNeverMailed() {
    report("PUBLIC", "GREEN", "1.2");
    database.sql(
        "insert into incident (id, reference, kind, status, occurred_at, occurred_precision, tlp,"
            + " title, text, created_at, updated_at) values (1, 'CSOA-2026-00001', 'ROBBERY',"
            + " 'CONFIRMED', now(), 'EXACT', 'RED', 'Title', 'Text', now(), now())",
        "insert into first_response_source values (1, 1)");
    publish();
    assertEquals(Set.of(), mailed("FIRST_RESPONSE"));
    database.sql("update incident set tlp = 'AMBER'");
    publish();
    assertEquals(Set.of("editor", "member"), mailed("FIRST_RESPONSE"), "the guard was the label");
  }

  @Test
  void aLongReportIsCutAndKeepsItsLabel() {
    report("PUBLIC", "AMBER", "1.2");
    database.sql("alter table first_response_block disable trigger first_response_block_stands");
    try {
      database.sql("update first_response_block set text = repeat('Ельпис плывёт. ', 330)");
    } finally {
      database.sql("alter table first_response_block enable trigger first_response_block_stands");
    }
    publish();
    String body =
        (String) database.value("select body from outbox_mail where recipient like 'member%'");
    assertTrue(body.contains("[Cut here"), "cut");
    assertTrue(body.endsWith("\nTLP:AMBER\n"), body.substring(body.length() - 100));
  }
}
