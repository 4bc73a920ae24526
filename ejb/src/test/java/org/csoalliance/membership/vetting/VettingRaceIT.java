package org.csoalliance.membership.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.csoalliance.membership.join.Application;
import org.csoalliance.membership.join.ApplicationRepository;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two officers decide at the same moment: one wins, the other is told. */
class VettingRaceIT {
  @RegisterExtension static final Database database = new Database();

  private static Reader first;
  private static Reader second;
  private static Reader third;

  @BeforeAll
  static void people() {
    first = Bench.person(database, "first@office.example", Role.VETTING_OFFICER, null);
    second = Bench.person(database, "second@office.example", Role.VETTING_OFFICER, null);
    third = Bench.person(database, "third@office.example", Role.VETTING_OFFICER, null);
  }

  /** Reads without the lock, and waits until the other has read too. */
  private static final class Unguarded extends ApplicationRepository {
    private final CyclicBarrier both;

    Unguarded(EntityManager em, CyclicBarrier both) {
      super(em);
      this.both = both;
    }

    @Override
    public Optional<Application> lock(String reference) {
      Optional<Application> read = byReference(reference);
      try {
        both.await();
      } catch (Exception broken) {
        throw new IllegalStateException(broken);
      }
      return read;
    }
  }

  private static List<Throwable> race(
      String reference, Function<EntityManager, ApplicationRepository> applications)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CountDownLatch start = new CountDownLatch(2);
      List<Future<Boolean>> answers = new ArrayList<>();
      for (Reader officer : List.of(second, third)) {
        Callable<Boolean> work =
            () -> {
              start.countDown();
              start.await();
              database.doInTransaction(
                  em ->
                      Bench.decisions(em, officer, applications.apply(em), true)
                          .refuse(reference, 1, "Both officers at once."));
              return true;
            };
        answers.add(threads.submit(work));
      }
      List<Throwable> lost = new ArrayList<>();
      for (Future<Boolean> answer : answers) {
        try {
          answer.get();
        } catch (ExecutionException failed) {
          lost.add(failed.getCause());
        }
      }
      return lost;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void ofTwoDecisionsOneWinsAndTheOtherIsTold() throws Exception {
    for (int round = 0; round < 5; round++) {
      String reference = Bench.application(database, "race" + round + ".example", "9990034");
      VettingIT.complete(database, first, reference);
      List<Throwable> lost = race(reference, ApplicationRepository::new);
      assertEquals(1, lost.size());
      assertTrue(lost.get(0) instanceof ConflictException, lost::toString);
      assertTrue(lost.get(0).getMessage().contains("refused"), lost::toString);
      assertEquals(1L, decisions(reference));
      assertEquals(
          2L,
          database.value(
              "select count(*) from outbox_mail where object_ref = '" + reference + "'"));
    }
  }

  @Test
  void withoutTheLockTheOtherIsNotTold() throws Exception {
    String reference = Bench.application(database, "control.example", "9990048");
    VettingIT.complete(database, first, reference);
    CyclicBarrier both = new CyclicBarrier(2);
    List<Throwable> lost = race(reference, em -> new Unguarded(em, both));
    assertTrue(
        lost.stream().noneMatch(ConflictException.class::isInstance),
        "the control must fail where the lock is missing: " + lost);
  }

  private static Object decisions(String reference) {
    return database.value(
        "select count(*) from vetting_step s join application a on a.id = s.application_id"
            + " where a.reference = '"
            + reference
            + "' and s.kind = 'DECIDED'");
  }
}
