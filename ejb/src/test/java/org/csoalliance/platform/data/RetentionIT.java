package org.csoalliance.platform.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RetentionIT {
  @RegisterExtension static final Database database = new Database();

  private static final Instant NOW = Instant.parse("2026-11-22T03:17:00Z");
  private static final String AUDITED = "audit_entry where action = 'retention.run'";
  private static final Reader MEMBER = new Reader(7L, "Ada", null, Set.of(Role.MEMBER));

  @BeforeEach
  void empty() {
    database.sql("truncate seen, retention_run, outbox_mail");
  }

  private static boolean run(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return database.inTransaction(
        em -> {
          DataRepository data = new DataRepository(em);
          RetentionAsked asked = new RetentionAsked();
          new PlatformHeld(data, clock).rules(asked);
          return new RetentionRunner(data, new AuditLog(em), clock).run(asked.rules());
        });
  }

  private static void saw(SeenLog log, Reader reader, String ref) {
    log.saw(reader, "incident", ref);
  }

  private static long count(String table) {
    return ((Number) database.value("select count(*) from " + table)).longValue();
  }

  @Test
  void theJobRunsOnceADayOverAllNodesAndTellsWhatItRemoved() throws Exception {
    database.sql(
        "insert into seen select 'incident', 'CSOA-2025-0000' || n, 7, 'Ada', 'MEMBER',"
            + " timestamptz '2026-11-22T00:00Z' - n * interval '100 days'"
            + " from generate_series(1, 6) n");
    long audited = count(AUDITED);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Callable<Boolean>> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(() -> run(NOW));
    }
    int ran = 0;
    for (Future<Boolean> node : pool.invokeAll(nodes)) {
      ran += node.get() ? 1 : 0;
    }
    pool.shutdown();
    assertEquals(1, ran);
    assertEquals(3, count("seen"));
    assertEquals(3, database.value("select removed from retention_run where rule = 'seen'"));
    assertEquals(1, count(AUDITED) - audited);
    assertFalse(run(NOW.plus(Duration.ofHours(20))));
    assertTrue(run(NOW.plus(Duration.ofHours(21))), "the next day, UTC");
    assertEquals(3, count("seen"));
    List<RetentionLine> lines = database.inTransaction(em -> new DataRepository(em).runs(100));
    assertEquals("2026-11-23", lines.get(0).day().toString());
  }

  /** Looks whether it has run, without the lock, and waits until the other has looked too. */
  private static boolean unguarded(CyclicBarrier bothHaveLooked) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return database.inTransaction(
        em -> {
          DataRepository data =
              new DataRepository(em) {
                @Override
                boolean hasRun(java.time.LocalDate day) {
                  boolean ran = count("retention_run") > 0;
                  try {
                    bothHaveLooked.await(60, TimeUnit.SECONDS);
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                  return ran;
                }
              };
          RetentionAsked asked = new RetentionAsked();
          new PlatformHeld(data, clock).rules(asked);
          return new RetentionRunner(data, new AuditLog(em), clock).run(asked.rules());
        });
  }

  /** The table lets one through all the same, and the other ends in an error. */
  @Test
  void controlWithoutTheLockASecondNodeRunsIntoTheFirst() throws Exception {
    long audited = count(AUDITED);
    CyclicBarrier both = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    int ran = 0;
    int failed = 0;
    Callable<Boolean> job = () -> unguarded(both);
    for (Future<Boolean> node : pool.invokeAll(List.of(job, job))) {
      try {
        ran += node.get() ? 1 : 0;
      } catch (ExecutionException collided) {
        failed++;
      }
    }
    pool.shutdown();
    assertEquals(List.of(1, 1), List.of(ran, failed));
    assertEquals(1, count(AUDITED) - audited);
  }

  @Test
  void aViewIsNotedOnceAnHourForAPersonAndARecord() {
    for (int node = 0; node < 2; node++) {
      database.doInTransaction(
          em -> {
            SeenLog log = new SeenLog(new DataRepository(em), Clock.fixed(NOW, ZoneOffset.UTC));
            saw(log, MEMBER, "CSOA-2026-00001");
            saw(log, MEMBER, "CSOA-2026-00001");
            saw(log, MEMBER, "CSOA-2026-00002");
            saw(log, Reader.VISITOR, "CSOA-2026-00001");
          });
    }
    assertEquals(2, count("seen"));
    database.doInTransaction(
        em ->
            saw(
                new SeenLog(
                    new DataRepository(em),
                    Clock.fixed(NOW.plus(Duration.ofMinutes(61)), ZoneOffset.UTC)),
                MEMBER,
                "CSOA-2026-00001"));
    assertEquals(3, count("seen"));
    List<String> statements =
        database.statements(
            () -> {
              List<SeenLine> lines =
                  database.inTransaction(
                      em -> new SeenService(new DataRepository(em)).incident(" csoa-2026-00001"));
              assertEquals(2, lines.size());
              assertEquals("Ada", lines.get(0).name());
            });
    assertEquals(1, statements.size(), "who saw a record is one query");
  }

  @Test
  void aSpreadsheetTakesNothingForAFormula() {
    String csv =
        DataFile.csv(
            List.of(
                Map.of("a", "=1+1"),
                Map.of("a", "say \"x\", y"),
                Map.of("a", -5),
                Map.of("a", "é")));
    assertEquals("a\r\n'=1+1\r\n\"say \"\"x\"\", y\"\r\n-5\r\né\r\n", csv);
  }
}
