package org.csoalliance.incident;

import static org.csoalliance.incident.Made.EDITOR;
import static org.csoalliance.incident.Made.EDITOR2;
import static org.csoalliance.incident.Made.MEMBER;
import static org.csoalliance.incident.Made.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentConfirmationServiceIT {
  @RegisterExtension static final Database database = new Database();

  private final List<Object> fired = Collections.synchronizedList(new ArrayList<>());
  private String reference;

  @BeforeAll
  static void people() {
    Made.people(database);
  }

  @BeforeEach
  void one() {
    reference = database.inTransaction(em -> Made.reports(em, MEMBER).report(Made.report(null)));
  }

  private void judge(Reader reader, IncidentStatus to, Integer severity, String why, int seen) {
    database.doInTransaction(
        em -> Made.judges(em, reader, fired).changeStatus(reference, to, severity, why, seen));
  }

  private IncidentDetail seenBy(Reader reader) {
    return database.inTransaction(
        em ->
            new IncidentListService(new IncidentListRepository(em, null), Made.caller(reader))
                .detail(reference));
  }

  @Test
  void confirmsWithReasonHistoryAuditAndEvent() {
    judge(EDITOR, IncidentStatus.CONFIRMED, 2, "Owner confirms by telephone.", version());
    IncidentDetail detail = seenBy(OTHER);
    assertEquals(IncidentStatus.CONFIRMED, detail.summary().status());
    assertEquals(2, detail.summary().severity());
    assertEquals("A member", detail.history().get(0).actorName());
    assertEquals("B. Editor", detail.history().get(1).actorName());
    assertEquals("Owner confirms by telephone.", detail.history().get(1).reason());
    assertTrue(fired.get(0) instanceof IncidentConfirmed, fired::toString);
    assertEquals(
        "incident.confirmed",
        database.value("select action from audit_entry order by number desc limit 1"));

    judge(EDITOR2, IncidentStatus.DISPUTED, null, "Second master saw nobody.", -1);
    assertEquals(2, seenBy(OTHER).summary().severity(), "a dispute keeps the category");
    assertEquals(
        new IncidentJudged(
            detail.summary().id(), IncidentStatus.CONFIRMED, IncidentStatus.DISPUTED),
        fired.get(1));
    judge(EDITOR2, IncidentStatus.CONFIRMED, null, "Confirmed, without a category.", -1);
    assertNull(seenBy(OTHER).summary().severity());
    judge(EDITOR2, IncidentStatus.CONFIRMED, 1, "Firearms were used.", -1);
    assertEquals(1, seenBy(OTHER).summary().severity());
    assertEquals(new IncidentRated(detail.summary().id(), null, 1), fired.get(3));
    assertEquals(4, fired.size());
  }

  private int version() {
    return seenBy(EDITOR).version();
  }

  @Test
  void refuses() {
    assertThrows(
        InvalidException.class, () -> judge(EDITOR, IncidentStatus.CONFIRMED, 5, "Reason", -1));
    assertThrows(
        InvalidException.class,
        () -> judge(EDITOR, IncidentStatus.CONFIRMED, 1, " \u202e ok ", -1));
    assertThrows(
        InvalidException.class,
        () -> judge(EDITOR, IncidentStatus.CONFIRMED, 1, "x".repeat(100_000), -1));
    assertThrows(
        ConflictException.class, () -> judge(EDITOR, IncidentStatus.REPORTED, null, "Reason", -1));
    assertThrows(
        ConflictException.class,
        () -> judge(EDITOR, IncidentStatus.CONFIRMED, 1, "Reason", version() + 1));
    assertThrows(
        RefusedException.class, () -> judge(MEMBER, IncidentStatus.CONFIRMED, 1, "Reason", -1));
    reference = "CSOA-1999-00001";
    assertThrows(
        NotFoundException.class, () -> judge(EDITOR, IncidentStatus.CONFIRMED, 1, "Reason", -1));
    assertTrue(fired.isEmpty());
  }

  @Test
  void ofTwoEditorsAtOnceOneWins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      int seen = version();
      CountDownLatch start = new CountDownLatch(2);
      List<Future<Boolean>> answers = new ArrayList<>();
      for (Reader editor : List.of(EDITOR, EDITOR2)) {
        Callable<Boolean> work =
            () -> {
              start.countDown();
              start.await();
              judge(editor, IncidentStatus.CONFIRMED, 3, "Both at once.", seen);
              return true;
            };
        answers.add(threads.submit(work));
      }
      int won = 0;
      for (Future<Boolean> answer : answers) {
        try {
          won += answer.get() ? 1 : 0;
        } catch (ExecutionException lost) {
          assertTrue(lost.getCause() instanceof ConflictException, lost::toString);
        }
      }
      assertEquals(1, won);
      assertEquals(2, seenBy(EDITOR).history().size());
      assertEquals(1, fired.size());
    } finally {
      threads.shutdownNow();
    }
  }
}
