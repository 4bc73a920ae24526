package org.csoalliance.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the clock that everybody injects, so that tests can move time. */
@ApplicationScoped
public class Clocks {
  /** The system's clock in UTC, to the microsecond, as PostgreSQL keeps it. */
  @Produces
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1000));
  }
}
