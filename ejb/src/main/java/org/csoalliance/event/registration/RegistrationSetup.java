package org.csoalliance.event.registration;

import java.time.Instant;
import java.util.List;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.Price;

/**
 * How people register for an event, as its organiser sets it.
 *
 * @param commitment of the seed of the draw; null: no draw
 * @param drawnAt when it took place; null: not yet
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
   * @param formMinutes how long a seat is held while somebody fills in the form, 1 to 60; null:
   *     none is
   */
  public record Wanted(
      boolean byCode,
      boolean hold,
      boolean approveChanges,
      boolean approveTransfers,
      Integer formMinutes) {}
}
