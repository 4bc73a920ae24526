package org.csoalliance.it.harness;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what happens soon, by looking often, and fails loudly when it does not. */
public final class Eventually {
  private Eventually() {}

  /**
   * Looks until the answer is not null and not false.
   *
   * @param what what is waited for, for the message
   * @param most how long at most
   * @return the answer
   */
  public static <T> T get(String what, Duration most, Supplier<T> look) {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      T answer = look.get();
      if (answer != null && !Boolean.FALSE.equals(answer)) {
        return answer;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + most.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
