package org.csoalliance.event.registration;

import java.time.Instant;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventStatus;

/**
 * What a page about registering says of its event.
 *
 * @param zone of the wall clock at the venue
 */
public record EventHead(
    String slug,
    String title,
    String city,
    Instant startsAt,
    Instant endsAt,
    String zone,
    EventStatus status,
    AttendanceMode mode) {

  static EventHead of(Room event) {
    return new EventHead(
        event.slug(),
        event.title(),
        event.city(),
        event.startsAt(),
        event.endsAt(),
        event.zone(),
        event.status(),
        event.mode());
  }
}
