package org.csoalliance.platform.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a mail waits after a failure: 30 s, doubled each time, an hour at most, and a fifth more
 * or less by chance so that mails that failed together do not come back together.
 */
final class BackOff {
  /** After so many failures a mail is dead. */
  static final int MOST_ATTEMPTS = 10;

  private static final long FIRST_MS = 30_000;
  private static final long LONGEST_MS = 3_600_000;

  private BackOff() {}

  /**
   * The time until the next attempt.
   *
   * @param failures how often it has failed now, 1 or more
   */
  static Duration after(int failures, RandomGenerator random) {
    long wait = FIRST_MS << Math.min(Math.max(failures, 1) - 1, 20);
    long even = Math.min(wait, LONGEST_MS);
    long jittered = Math.round(even * (0.8 + 0.4 * random.nextDouble()));
    return Duration.ofMillis(Math.min(Math.max(jittered, FIRST_MS), LONGEST_MS));
  }
}
