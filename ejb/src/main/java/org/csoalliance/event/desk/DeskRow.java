package org.csoalliance.event.desk;

import java.math.BigDecimal;
import java.time.Instant;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.registration.RegistrationState;

/**
 * A registration as a row of the desk.
 *
 * @param category name of the category, empty where the event has none
 * @param sessions names of chosen sessions, parted by semicolons
 * @param offerUntil until when a held seat waits for a yes; null: no offer
 * @param position place in the waiting list from 1; null: not waiting
 * @param account whether the person has an account here
 * @param by who registered them, if another; empty: themselves
 */
public record DeskRow(
    long id,
    String name,
    String mail,
    String company,
    String category,
    AttendanceMode mode,
    RegistrationState state,
    Instant joinedAt,
    Instant offerUntil,
    Integer position,
    String sessions,
    BigDecimal price,
    String currency,
    boolean account,
    String by) {
  /** The state in words, with the place or the end of the offer told elsewhere. */
  public String stateWords() {
    if (offerUntil != null) {
      return "Seat offered";
    }
    return state == RegistrationState.WAITLISTED && position != null
        ? "Waiting list, place " + position
        : state.words();
  }
}
