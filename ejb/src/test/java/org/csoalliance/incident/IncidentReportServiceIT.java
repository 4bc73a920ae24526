package org.csoalliance.incident;

import static org.csoalliance.incident.Made.COLLEAGUE;
import static org.csoalliance.incident.Made.MEMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentReportServiceIT {
  @RegisterExtension static final Database database = new Database();

  @BeforeAll
  static void people() {
    Made.people(database);
  }

  @BeforeEach
  void empty() {
    database.sql("delete from incident", "delete from reference_counter");
  }

  private static String report(Reader reader, UUID key) {
    return database.inTransaction(em -> Made.reports(em, reader).report(Made.report(key)));
  }

  @Test
  void keepsReportHistoryAndAuditEntry() {
    assertEquals("CSOA-2026-00001", report(MEMBER, UUID.randomUUID()));
    IncidentDetail kept =
        database.inTransaction(
            em ->
                new IncidentListService(new IncidentListRepository(em, null), Made.caller(MEMBER))
                    .detail("CSOA-2026-00001"));
    assertEquals(IncidentStatus.REPORTED, kept.summary().status());
    assertEquals("Robbery, Singapore Strait, eastbound lane", kept.summary().title());
    assertEquals("Northern Kestrel", kept.summary().shipName());
    assertEquals("Bulk carrier", kept.summary().shipType());
    assertEquals("Northern Tankers", kept.companyName());
    assertEquals(1, kept.history().size());
    assertEquals("A. Member", kept.history().get(0).actorName());
    assertEquals(
        "incident.reported CSOA-2026-00001 MEMBER",
        database.value("select action || ' ' || object_ref || ' ' || actor_role from audit_entry"));
    assertEquals("CSOA-2026-00002", report(MEMBER, null));
  }

  @Test
  void whatIsRefusedLeavesNothing() {
    ReportIncident report = Made.report(null);
    assertThrows(
        RuntimeException.class,
        () ->
            database.inTransaction(
                em -> {
                  Made.reports(em, MEMBER).report(report);
                  throw new IllegalStateException("the connection broke");
                }));
    assertEquals(0L, database.value("select count(*) from incident"));
    assertEquals("CSOA-2026-00001", report(MEMBER, null));
  }

  @Test
  void tenEqualPostsAreOneReport() throws Exception {
    UUID key = UUID.randomUUID();
    assertEquals(1, new HashSet<>(tenTimes(() -> key)).size());
    assertEquals(1L, database.value("select count(*) from incident"));
    assertEquals(1L, database.value("select count(*) from incident_status_change"));
    assertEquals(1, database.value("select last from reference_counter"), "no number is lost");
  }

  @Test
  void tenDifferentPostsAreTenReports() throws Exception {
    Set<String> references = new HashSet<>(tenTimes(UUID::randomUUID));
    assertEquals(10, references.size());
    assertEquals(10L, database.value("select count(*) from incident"));
    assertEquals(10, new HashSet<>(tenTimes(() -> null)).size());
  }

  @Test
  void groupsOfTheReporterReadItAndNoOthers() {
    database.sql(
        "insert into member_group (id, slug, name, purpose, kind, created_at) values"
            + " (7, 'seven', 'Seven', 'A purpose', 'OPEN', now())");
    Reader inside =
        new Reader(
            1L,
            "A. Member",
            10L,
            Set.of(Role.MEMBER),
            false,
            Set.of(7L),
            org.csoalliance.platform.security.Agreement.NONE);
    ReportIncident quick = Made.report(null);
    ReportIncident shared =
        new ReportIncident(
            null,
            quick.kind(),
            quick.occurredAt(),
            quick.precision(),
            480,
            quick.position(),
            quick.area(),
            null,
            "",
            false,
            "",
            quick.text(),
            quick.personsHarmed(),
            "",
            "",
            quick.tlp(),
            "",
            null,
            null,
            List.of(7L, 7L));
    database.inTransaction(em -> Made.reports(em, inside).report(shared));
    assertEquals(
        "{7}", database.value("select cast(shared_with as text) from incident").toString());
    assertThrows(
        InvalidException.class,
        () -> database.inTransaction(em -> Made.reports(em, MEMBER).report(shared)));
    assertEquals(1L, database.value("select count(*) from incident"));
  }

  @Test
  void aKeyIsOfOnePerson() {
    UUID key = UUID.randomUUID();
    report(MEMBER, key);
    assertThrows(ConflictException.class, () -> report(COLLEAGUE, key));
    assertEquals(1L, database.value("select count(*) from incident"));
  }

  private static List<String> tenTimes(Supplier<UUID> key) throws Exception {
    database.factory();
    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      CountDownLatch start = new CountDownLatch(10);
      Callable<String> post =
          () -> {
            start.countDown();
            start.await();
            return report(MEMBER, key.get());
          };
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        answers.add(threads.submit(post));
      }
      List<String> references = new ArrayList<>();
      for (Future<String> answer : answers) {
        references.add(answer.get());
      }
      return references;
    } finally {
      threads.shutdownNow();
    }
  }
}
