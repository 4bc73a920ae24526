package org.csoalliance.event.door;

import java.time.Instant;
import java.util.List;

/**
 * Who is there, in numbers.
 *
 * @param expected people with a seat who come in person, walk-ins among them
 * @param in of these, who was checked in on any day
 * @param today who was checked in today, by the calendar of the venue
 * @param walkIns who came without a registration
 * @param conflicts scans that somebody should look at
 * @param noShows who had a seat and did not come; 0 until the event is over
 */
public record DoorCounts(
    int expected,
    int in,
    int today,
    int walkIns,
    int conflicts,
    int noShows,
    List<OfSession> sessions) {
  /** Copies the sessions. */
  public DoorCounts {
    sessions = List.copyOf(sessions);
  }

  /** A session and who was checked in to it. */
  public record OfSession(long id, String name, Instant startsAt, int in) {}
}
