package org.csoalliance.event;

import java.time.Instant;

/**
 * Place, time or title of an event that people know changed, or it was called off; observed in the
 * same transaction, before {@link EventChanged}, while everybody who comes is still registered.
 *
 * @param eventId of the event
 * @param before how it stood; null: it was called off
 */
public record EventMoved(long eventId, Before before) {
  /**
   * How an event stood.
   *
   * @param startsAt UTC
   * @param endsAt UTC
   */
  public record Before(
      String title, Instant startsAt, Instant endsAt, String zone, String city, String venue) {}
}
