package org.csoalliance.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Moves times as far on by the wall clock as one start is from another: what began at nine begins
 * at nine, whatever the clocks do between the two, and wherever it takes place now.
 *
 * @param fromZone where the times are now
 * @param from the start that was
 * @param toZone where they go
 * @param to the start that is, by the wall clock there
 */
record WallShift(ZoneId fromZone, Instant from, ZoneId toZone, LocalDateTime to) {
  /**
   * A time moved along; null stays null. An hour that the clock leaves out begins after the gap.
   */
  Instant of(Instant at) {
    if (at == null) {
      return null;
    }
    Duration on = Duration.between(from.atZone(fromZone).toLocalDateTime(), to);
    return at.atZone(fromZone).toLocalDateTime().plus(on).atZone(toZone).toInstant();
  }

  /** The end of something moved along; where the clock leaves it no time, it keeps its length. */
  Instant end(Instant startsAt, Instant endsAt) {
    Instant start = of(startsAt);
    Instant end = of(endsAt);
    return end.isAfter(start) ? end : start.plus(Duration.between(startsAt, endsAt));
  }

  /** Whether anything moves. */
  boolean moves() {
    return !fromZone.equals(toZone) || !from.atZone(fromZone).toLocalDateTime().equals(to);
  }
}
