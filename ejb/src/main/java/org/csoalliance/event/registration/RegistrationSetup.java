package org.csoalliance.event.registration;

import java.time.Instant;
import java.util.List;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.Price;

/**
 * How people register for an event, as its organiser sets it.
 *
 * @param commitment of the seed of the draw; null: no draw
 */
public record RegistrationSetup(
    EventDesk event, List<Category> categories, Wanted rules, String commitment, Instant drawnAt) {
  /**
   * A category as it stands.
   *
   * @param capacity null: no limit
   */
  public record Category(
      long id, String name, Integer capacity, int taken, Price price, boolean guests) {}

  /**
   * What the organiser wants.
   *
   * @param quietFrom hour of the venue, 0 to 23; null: offers at any hour
   * @param drawAt null: first come, first served
   */
  public record Wanted(
      boolean byCode,
      boolean hold,
      boolean approveChanges,
      boolean approveTransfers,
      Integer quietFrom,
      Integer quietUntil,
      Instant drawAt) {}
}
