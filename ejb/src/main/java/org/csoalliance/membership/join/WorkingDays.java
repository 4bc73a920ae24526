package org.csoalliance.membership.join;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Days on which the office works: Monday to Friday in UTC; holidays are not known. */
final class WorkingDays {
  /** Within so many an application is answered. */
  static final int PROMISED = 5;

  private WorkingDays() {}

  /** The same time of day, so many working days later. */
  static Instant after(Instant from, int days) {
    OffsetDateTime at = from.atOffset(ZoneOffset.UTC);
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      if (at.getDayOfWeek() != DayOfWeek.SATURDAY && at.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return at.toInstant();
  }
}
