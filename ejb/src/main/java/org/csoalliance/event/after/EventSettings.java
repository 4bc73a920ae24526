package org.csoalliance.event.after;

/**
 * What an organiser sets for an event beside its page.
 *
 * @param attendees whether people with a seat see who else comes, by name and company
 * @param keepDays how long people are kept after the end, 30 to 3,650 days
 */
public record EventSettings(boolean attendees, int keepDays) {
  /** Of an event for which nothing was set. */
  public static final EventSettings STANDING = new EventSettings(false, 365);
}
