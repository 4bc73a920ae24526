package org.csoalliance.web.event.door;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VerifyLimitTest {
  private Instant now = Instant.parse("2026-11-22T20:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @Test
  void aSourceThatAsksTooOftenWaitsAMinuteAndOthersDoNot() {
    VerifyLimit limit = new VerifyLimit(clock);
    for (int i = 0; i < VerifyLimit.MOST; i++) {
      assertTrue(limit.passes("192.0.2.7"));
    }
    assertFalse(limit.passes("192.0.2.7"));
    assertTrue(limit.passes("192.0.2.8"));
    now = now.plus(Duration.ofMinutes(1));
    assertTrue(limit.passes("192.0.2.7"));
  }

  /** The platform's clock ticks in microseconds, and Clock.millis() of such a one divides by 0. */
  @Test
  void theClockOfThePlatformIsAsked() {
    Clock ticking = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    assertTrue(new VerifyLimit(ticking).passes("192.0.2.7"));
  }
}
