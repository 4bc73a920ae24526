package org.csoalliance.event;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/**
 * An event as those see it who have a duty at it.
 *
 * @param startsAt UTC
 * @param endsAt UTC
 * @param zone IANA name of the wall clock at the venue
 * @param duties of the caller at this event, never null
 */
public record EventDesk(
    long id,
    String slug,
    String title,
    EventStatus status,
    RoomRule rule,
    AttendanceMode mode,
    Instant startsAt,
    Instant endsAt,
    String zone,
    Set<EventDuty> duties) {
  /** Copies the duties. */
  public EventDesk {
    duties = Set.copyOf(duties);
  }

  /** Whether the caller has one of these duties. */
  public boolean has(EventDuty... any) {
    return Arrays.stream(any).anyMatch(duties::contains);
  }

  /** Whether the caller runs the event. */
  public boolean organises() {
    return has(EventDuty.ORGANISER);
  }
}
