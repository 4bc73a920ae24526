package org.csoalliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowdownTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4, 0",
    "5, 2",
    "6, 4",
    "7, 8",
    "13, 512",
    "14, 900",
    "15, 900",
    "1000000, 900"
  })
  void theWaitDoublesFromTheFifthFailureToAQuarterOfAnHour(int failures, long seconds) {
    assertEquals(Duration.ofSeconds(seconds), Slowdown.ACCOUNT.waitAfter(failures));
  }

  @Test
  void aSourceWaitsAMinuteAtMost() {
    assertEquals(Duration.ZERO, Slowdown.SOURCE.waitAfter(49));
    assertEquals(Duration.ofSeconds(2), Slowdown.SOURCE.waitAfter(50));
    assertEquals(Duration.ofMinutes(1), Slowdown.SOURCE.waitAfter(500));
  }

  @Test
  void theWaitEnds() {
    Slowdown.Row row = new Slowdown.Row(6, NOON);
    assertTrue(Slowdown.ACCOUNT.waits(row, NOON.plusMillis(3_999)));
    assertFalse(Slowdown.ACCOUNT.waits(row, NOON.plusSeconds(4)));
    assertEquals(7, Slowdown.ACCOUNT.next(row, NOON.plusSeconds(4)));
  }

  @Test
  void whoReadTheClockBeforeTheLastOneWaitsOnlyWhereThereIsAWait() {
    Slowdown.Row few = new Slowdown.Row(4, NOON.plusMillis(3));
    assertFalse(Slowdown.ACCOUNT.waits(few, NOON));
    assertFalse(Slowdown.SOURCE.waits(new Slowdown.Row(49, NOON.plusMillis(3)), NOON));
    assertTrue(Slowdown.ACCOUNT.waits(new Slowdown.Row(5, NOON.plusMillis(3)), NOON));
  }

  @Test
  void aRowIsForgottenAfterADay() {
    Slowdown.Row row = new Slowdown.Row(30, NOON);
    assertEquals(31, Slowdown.ACCOUNT.next(row, NOON.plus(Duration.ofHours(23))));
    assertEquals(1, Slowdown.ACCOUNT.next(row, NOON.plus(Duration.ofDays(1))));
  }

  @Test
  void burstsAreNotedMoreAndMoreSeldom() {
    assertEquals(
        java.util.List.of(5, 10, 20, 40, 80),
        java.util.stream.IntStream.range(0, 100).filter(SignInLedger::isBurst).boxed().toList());
  }
}
