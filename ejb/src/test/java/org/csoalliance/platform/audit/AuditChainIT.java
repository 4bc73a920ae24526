package org.csoalliance.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.platform.audit.ChainVerdict.Fault;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditChainIT {
  @RegisterExtension static final Database database = new Database();

  private static final Reader EDITOR =
      new Reader(7L, "Ümit İnan", null, Set.of(Role.MEMBER, Role.EDITOR));

  @BeforeEach
  void empty() {
    database.sql(
        "delete from audit_entry",
        "delete from audit_head",
        "insert into audit_head values (1, 0, decode(repeat('00', 32), 'hex'))");
  }

  private static void write(int entries) {
    database.doInTransaction(
        em -> {
          AuditLog log = new AuditLog(em);
          for (int i = 1; i <= entries; i++) {
            log.record(
                i % 2 == 0 ? EDITOR : Reader.SYSTEM,
                "incident.confirmed",
                "incident",
                "C-" + i,
                "");
          }
        });
  }

  private static ChainVerdict verify() throws SQLException {
    return AuditChain.verify(database.dataSource());
  }

  @Test
  void emptyLogIsSound() throws SQLException {
    assertTrue(verify().intact());
    assertEquals("The audit log is empty and sound.", verify().sentence());
  }

  @Test
  void eightWritersLeaveNoGap() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> writers = new ArrayList<>();
      for (int w = 0; w < 8; w++) {
        writers.add(
            () -> {
              for (int i = 0; i < 25; i++) {
                write(1);
              }
              return null;
            });
      }
      for (Future<Void> writer : pool.invokeAll(writers)) {
        writer.get();
      }
    } finally {
      pool.shutdownNow();
    }
    ChainVerdict verdict = verify();
    assertTrue(verdict.intact(), verdict::sentence);
    assertEquals(200, verdict.sound());
    assertEquals(200L, database.value("select max(number) from audit_entry"));
    assertEquals(200L, database.value("select count(*) from audit_entry"));
  }

  @Test
  void rolledBackEntryLeavesNoGap() throws SQLException {
    write(3);
    try {
      database.doInTransaction(
          em -> {
            new AuditLog(em).record(EDITOR, "a", "b", "c", "d");
            throw new IllegalStateException("the change failed");
          });
    } catch (IllegalStateException expected) {
      assertEquals("the change failed", expected.getMessage());
    }
    write(1);
    assertTrue(verify().intact());
    assertEquals(4, verify().sound());
  }

  @Test
  void anythingThatPeopleTypeIsKept() throws SQLException {
    database.doInTransaction(
        em ->
            new AuditLog(em)
                .record(
                    EDITOR,
                    "x",
                    "y",
                    "r".repeat(999),
                    "nul\u0000 half\ud83d 海盗 " + "z".repeat(99_999)));
    assertTrue(verify().intact(), verify().sentence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update audit_entry set detail = 'x' where number = 5 | 5 | CHANGED",
        "update audit_entry set actor_id = null where number = 6 | 6 | CHANGED",
        "update audit_entry set at = at + interval '1 microsecond' where number = 1 | 1 | CHANGED",
        "update audit_entry set hash = sha256(hash) where number = 10 | 10 | CHANGED",
        "update audit_entry set previous_hash = sha256(hash) where number = 4 | 4 | CHANGED",
        "delete from audit_entry where number = 4 | 4 | MISSING",
        "delete from audit_entry where number = 1 | 1 | MISSING",
        "delete from audit_entry where number > 7 | 8 | CUT",
        "delete from audit_entry | 1 | CUT",
        "delete from audit_head | 11 | NO_END",
        "update audit_head set number = 9 | 10 | ADDED",
      })
  void namesTheFirstBrokenEntry(String sql, long number, Fault fault) throws SQLException {
    write(10);
    assertTrue(verify().intact());
    database.sql(sql);
    ChainVerdict verdict = verify();
    assertEquals(number, verdict.broken(), verdict::sentence);
    assertEquals(fault, verdict.fault(), verdict::sentence);
    assertEquals(number - 1, verdict.sound());
  }

  @ParameterizedTest
  @CsvSource({"3,4", "3,7", "1,10", "9,10"})
  void swappedEntriesAreNamed(long one, long other) throws SQLException {
    write(10);
    database.sql(
        "update audit_entry set number = -1 where number = " + one,
        "update audit_entry set number = " + one + " where number = " + other,
        "update audit_entry set number = " + other + " where number = -1");
    assertEquals(one, verify().broken());
    assertEquals(Fault.MOVED, verify().fault());
  }

  @Test
  void closedGapIsStillFound() throws SQLException {
    write(10);
    database.sql(
        "delete from audit_entry where number = 4",
        "update audit_entry set number = -number where number > 4",
        "update audit_entry set number = -number - 1 where number < 0");
    assertEquals(4L, verify().broken());
    assertEquals(Fault.MOVED, verify().fault());
  }

  /** Somebody who knows the way of hashing changes an entry and its hash. */
  @ParameterizedTest
  @CsvSource({"1", "5", "10"})
  void rewrittenEntryIsNamedNotItsFollower(long number) throws SQLException {
    write(10);
    AuditPage page = new AuditLogService(database.dataSource()).page(AuditFilter.ALL, null, null);
    AuditEntry old = page.items().get((int) (10 - number));
    AuditEntry forged =
        new AuditEntry(
            number, old.at(), old.actorId(), "Nobody", old.actorRole(), "x", "y", "z", "");
    byte[] previous =
        (byte[]) database.value("select previous_hash from audit_entry where number = " + number);
    try (Connection connection = database.dataSource().getConnection();
        var update =
            connection.prepareStatement(
                "update audit_entry set actor_name = 'Nobody', action = 'x', object_type = 'y',"
                    + " object_ref = 'z', hash = ? where number = ?")) {
      update.setBytes(1, AuditHash.of(previous, forged));
      update.setLong(2, number);
      update.executeUpdate();
    }
    assertEquals(number, verify().broken(), verify().sentence());
    assertEquals(Fault.CHANGED, verify().fault());
    assertEquals(number - 1, verify().sound());
  }

  @Test
  void pagesNewestFirstAndBack() {
    write(120);
    AuditLogService service = new AuditLogService(database.dataSource());
    AuditPage first = service.page(AuditFilter.ALL, null, null);
    assertEquals(120, first.items().get(0).number());
    assertEquals(71L, first.older());
    assertNull(first.newer());
    AuditPage second = service.page(AuditFilter.ALL, first.older(), null);
    assertEquals(70, second.items().get(0).number());
    AuditPage third = service.page(AuditFilter.ALL, second.older(), null);
    assertEquals(20, third.items().size());
    assertNull(third.older());
    assertEquals(second, service.page(AuditFilter.ALL, null, third.newer()));
    AuditPage mine =
        service.page(new AuditFilter("ümit", "INCIDENT.", "c-1", null, null), null, null);
    assertTrue(mine.items().stream().allMatch(e -> e.actorName().equals("Ümit İnan")));
    assertEquals(16, mine.items().size());
    assertEquals("EDITOR", mine.items().get(0).actorRole());
  }

  @Test
  void commandAnswersInOneSentence() throws SQLException {
    write(3);
    String url;
    try (Connection connection = database.dataSource().getConnection()) {
      url = connection.getMetaData().getURL();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] arguments = {url, "postgres"};
    assertEquals(0, VerifyAudit.run(arguments, name -> null, print, print));
    assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("All 3 entries"));
    database.sql("update audit_entry set detail = 'x' where number = 2");
    assertEquals(1, VerifyAudit.run(arguments, name -> null, print, print));
    assertTrue(
        out.toString(StandardCharsets.UTF_8)
            .contains("Entry 2 is the first broken one: its content"));
    assertEquals(2, VerifyAudit.run(new String[0], name -> null, print, print));
  }
}
