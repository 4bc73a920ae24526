package org.csoalliance.event.mailing;

import org.csoalliance.event.AttendanceMode;

/**
 * A rule by which people are reminded.
 *
 * @param days before the start where negative, after the end where positive
 * @param mode of those who are reminded; null: everybody with a seat
 * @param sent to how many it went so far
 */
public record Reminder(
    long id, int days, AttendanceMode mode, String subject, String text, int sent) {
  /** When, in words. */
  public String when() {
    int many = Math.abs(days);
    return many
        + (many == 1 ? " day " : " days ")
        + (days < 0 ? "before the start" : "after the end");
  }
}
