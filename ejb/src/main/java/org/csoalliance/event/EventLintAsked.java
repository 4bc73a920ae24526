package org.csoalliance.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the rooms of an event what will go wrong; fired in the transaction of the question. A room
 * observes it and adds its warnings.
 */
public final class EventLintAsked {
  private final EventDetail event;
  private final Instant now;
  private final List<EventWarning> warnings = new ArrayList<>();

  /** Asks about this event, as its organiser sees it. */
  public EventLintAsked(EventDetail event, Instant now) {
    this.event = event;
    this.now = now;
  }

  /** The event as its organiser sees it. */
  public EventDetail event() {
    return event;
  }

  /** When it is asked, UTC. */
  public Instant now() {
    return now;
  }

  /**
   * Whether people are still expected: it is not over, not called off, and nothing to copy from.
   */
  public boolean coming() {
    EventStatus status = event.summary().status();
    return status != EventStatus.HELD
        && status != EventStatus.CANCELLED
        && !event.programme().template()
        && now.isBefore(event.summary().endsAt());
  }

  /** Adds a warning. */
  public void add(EventWarning warning) {
    warnings.add(warning);
  }

  /** What was added so far. */
  public List<EventWarning> warnings() {
    return List.copyOf(warnings);
  }
}
