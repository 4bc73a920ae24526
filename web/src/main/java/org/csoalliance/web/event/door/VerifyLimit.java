package org.csoalliance.web.event.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets one source ask 30 times a minute on each node. Codes have 50 random bits or a signature, so
 * this is against load and not against guessing.
 */
@ApplicationScoped
public class VerifyLimit {
  static final int MOST = 30;
  private static final int SOURCES = 10_000;

  private Clock clock;
  private final Map<String, Integer> asked = new LinkedHashMap<>();
  private long minute;

  /** For the container's proxy. */
  protected VerifyLimit() {}

  /** Counts minutes by the given clock. */
  @Inject
  public VerifyLimit(Clock clock) {
    this.clock = clock;
  }

  /** Counts one question of the source, and tells whether it may be answered. */
  public synchronized boolean passes(String source) {
    long now = clock.instant().getEpochSecond() / 60;
    if (now != minute || asked.size() > SOURCES) {
      minute = now;
      asked.clear();
    }
    return asked.merge(source, 1, Integer::sum) <= MOST;
  }
}
