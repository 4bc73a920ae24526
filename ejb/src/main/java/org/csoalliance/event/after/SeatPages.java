package org.csoalliance.event.after;

/**
 * Which pages of an event there are for somebody with a seat.
 *
 * @param attendees who else comes, where the organiser allows it
 * @param outcome what came of it, once it is published
 * @param evaluation questions that this person may answer and has not
 */
public record SeatPages(boolean attendees, boolean outcome, boolean evaluation) {
  /** For somebody without a seat. */
  public static final SeatPages NONE = new SeatPages(false, false, false);
}
