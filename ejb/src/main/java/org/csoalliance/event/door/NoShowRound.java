package org.csoalliance.event.door;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Marks who did not come, six hours after an event has ended, so that devices have time to send
 * what they kept. One statement: of two nodes the second finds nobody left.
 */
@Stateless
@PermitAll
public class NoShowRound {
  private static final Duration AFTER = Duration.ofHours(6);

  @Inject private DoorListRepository doors;
  @Inject private Clock clock;

  /** Made by the container. */
  public NoShowRound() {}

  /** For tests. */
  public NoShowRound(DoorListRepository doors, Clock clock) {
    this.doors = doors;
    this.clock = clock;
  }

  /** Marks them and tells how many. */
  public int mark() {
    Instant now = clock.instant();
    return doors.markNoShows(now.minus(AFTER), now);
  }
}
