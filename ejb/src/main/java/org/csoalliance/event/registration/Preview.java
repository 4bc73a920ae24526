package org.csoalliance.event.registration;

import java.util.List;
import org.csoalliance.event.Price;

/**
 * What would be registered, before it is.
 *
 * @param people by name
 * @param category null: the event has none
 * @param price for each of them
 * @param sessions by name
 * @param outcome what is to be expected at this moment
 * @param heldUntil until when seats for this choice are held; null: none are
 */
public record Preview(
    List<String> people,
    String category,
    Price price,
    String mode,
    List<String> sessions,
    Outcome outcome,
    java.time.Instant heldUntil) {
  /** What becomes of a registration. */
  public enum Outcome {
    SEAT,
    WAITING,
    REQUEST,
    VETTING,
    DRAW
  }

  /** For all of them. */
  public Price total() {
    return price.times(people.size());
  }
}
