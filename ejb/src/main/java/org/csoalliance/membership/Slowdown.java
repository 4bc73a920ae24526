package org.csoalliance.membership;

import java.time.Duration;
import java.time.Instant;

/**
 * How failures in a row slow down the next attempt: the first ones are free, then the wait doubles
 * with each failure up to a limit. A row of failures is forgotten after a while without any.
 *
 * @param free the failure of this number is the first that brings a wait
 * @param first the first wait
 * @param most the longest wait
 * @param forgotten after this long without an attempt the row begins anew; longer than {@code most}
 */
record Slowdown(int free, Duration first, Duration most, Duration forgotten) {
  /** For one account from one source. */
  static final Slowdown ACCOUNT =
      new Slowdown(5, Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofDays(1));

  /** For one source over all accounts; milder, since many people may share a source. */
  static final Slowdown SOURCE =
      new Slowdown(50, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(15));

  /**
   * What is known of earlier failures.
   *
   * @param failures in a row, 0 for none
   * @param lastAt when the last of them was
   */
  record Row(int failures, Instant lastAt) {}

  /** How long an attempt is answered like a wrong one after so many failures in a row. */
  Duration waitAfter(int failures) {
    if (failures < free) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - free, 30);
    Duration wait = first.multipliedBy(1L << doublings);
    return wait.compareTo(most) > 0 ? most : wait;
  }

  /**
   * Whether an attempt now is answered like a wrong one, whatever was typed. Where nothing is to be
   * waited for, the time of the last attempt does not count: it may lie ahead, since another thread
   * or node read its clock.
   */
  boolean waits(Row row, Instant now) {
    Duration wait = waitAfter(row.failures());
    return !wait.isZero() && now.isBefore(row.lastAt().plus(wait));
  }

  /** The number that this attempt gets, should it fail. */
  int next(Row row, Instant now) {
    boolean old = !now.isBefore(row.lastAt().plus(forgotten));
    return old ? 1 : Math.min(row.failures(), 1_000_000) + 1;
  }
}
