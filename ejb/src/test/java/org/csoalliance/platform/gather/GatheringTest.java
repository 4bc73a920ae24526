package org.csoalliance.platform.gather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheringTest {
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final Gathering<String, Integer, String> gathering = new Gathering<>(3);
  private final List<List<Integer>> batches = new ArrayList<>();
  private final CountDownLatch firstWorks = new CountDownLatch(1);
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);

  @AfterEach
  void end() throws InterruptedException {
    callers.shutdownNow();
    assertTrue(callers.awaitTermination(30, TimeUnit.SECONDS));
  }

  private List<Outcome<String>> work(List<Integer> all) {
    batches.add(all);
    if (all.contains(0)) {
      firstWorks.countDown();
      try {
        assertTrue(firstMayEnd.await(30, TimeUnit.SECONDS));
      } catch (InterruptedException ended) {
        throw new IllegalStateException(ended);
      }
    }
    if (all.contains(666)) {
      throw new IllegalArgumentException("broke");
    }
    return all.stream()
        .map(
            n ->
                n < 0
                    ? Outcome.<String>refused(new UnsupportedOperationException("" + n))
                    : Outcome.of("done " + n))
        .toList();
  }

  /** The first works, and the others come while it does, in this order. */
  private List<Future<String>> behindTheFirst(int... others) throws InterruptedException {
    List<Future<String>> answers = new ArrayList<>();
    answers.add(callers.submit(() -> gathering.join("k", 0, this::work)));
    assertTrue(firstWorks.await(30, TimeUnit.SECONDS));
    for (int other : others) {
      answers.add(callers.submit(() -> gathering.join("k", other, this::work)));
      while (gathering.waiting("k") < answers.size() - 1) {
        Thread.onSpinWait();
      }
    }
    firstMayEnd.countDown();
    return answers;
  }

  @Test
  void oneAloneIsServedAtOnce() {
    assertEquals("done 1", gathering.join("k", 1, this::work));
    assertEquals("done 2", gathering.join("k", 2, this::work));
    assertEquals(List.of(List.of(1), List.of(2)), batches);
    assertEquals(0, gathering.waiting("k"));
  }

  @Test
  void whoeverComesMeanwhileIsServedTogetherInOrder() throws Exception {
    List<Future<String>> answers = behindTheFirst(1, 2, 3, 4, 5);
    for (int n = 0; n <= 5; n++) {
      assertEquals("done " + n, answers.get(n).get());
    }
    assertEquals(List.of(List.of(0), List.of(1, 2, 3), List.of(4, 5)), batches);
  }

  @Test
  void aRefusalIsOfOneAlone() throws Exception {
    List<Future<String>> answers = behindTheFirst(1, -2, 3);
    assertEquals("done 1", answers.get(1).get());
    assertInstanceOf(
        UnsupportedOperationException.class,
        assertThrows(ExecutionException.class, () -> answers.get(2).get()).getCause());
    assertEquals("done 3", answers.get(3).get());
  }

  @Test
  void whereTheWorkBreaksNobodyWaitsForEver() throws Exception {
    List<Future<String>> answers = behindTheFirst(1, 666, 3, 4);
    assertEquals("done 0", answers.get(0).get());
    for (int n = 1; n <= 3; n++) {
      Future<String> broken = answers.get(n);
      assertThrows(ExecutionException.class, broken::get);
    }
    assertEquals("done 4", answers.get(4).get());
    assertEquals("done 7", gathering.join("k", 7, this::work));
  }

  @Test
  void whoWantsSomethingElseWaitsForNobody() throws Exception {
    List<Future<String>> first = new ArrayList<>();
    first.add(callers.submit(() -> gathering.join("k", 0, this::work)));
    assertTrue(firstWorks.await(30, TimeUnit.SECONDS));
    assertEquals("done 1", gathering.join("other", 1, this::work));
    firstMayEnd.countDown();
    assertEquals("done 0", first.get(0).get());
  }

  @Test
  void aCrowdIsServedOnceEach() throws Exception {
    AtomicInteger served = new AtomicInteger();
    List<Future<String>> answers = new ArrayList<>();
    for (int n = 0; n < 500; n++) {
      int own = n;
      answers.add(
          callers.submit(
              () ->
                  gathering.join(
                      "k",
                      own,
                      all -> {
                        served.addAndGet(all.size());
                        return all.stream().map(each -> Outcome.of("done " + each)).toList();
                      })));
    }
    for (int n = 0; n < 500; n++) {
      assertEquals("done " + n, answers.get(n).get());
    }
    assertEquals(500, served.get());
  }
}
