package org.csoalliance.incident.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * When a person is mailed, by the clock of where that person is.
 *
 * @param quietFrom null: no quiet hours; with {@code quietTo}, which may lie on the next day
 * @param digestAt the hour of digests
 * @param digestDay the day of the weekly one
 */
public record AlertHours(
    ZoneId zone, LocalTime quietFrom, LocalTime quietTo, LocalTime digestAt, DayOfWeek digestDay) {
  /** Of a person who chose nothing. */
  public static final AlertHours PLAIN =
      new AlertHours(ZoneOffset.UTC, null, null, LocalTime.of(7, 0), DayOfWeek.MONDAY);

  /**
   * When an alert is to be mailed.
   *
   * @param urgent danger to life, which waits for nothing
   * @return now or later
   */
  public Instant due(Delivery delivery, boolean urgent, Instant now) {
    if (urgent) {
      return now;
    }
    return switch (delivery) {
      case NOW -> afterQuiet(now);
      case DAILY -> digest(now, false);
      case WEEKLY -> digest(now, true);
    };
  }

  private Instant digest(Instant now, boolean weekly) {
    ZonedDateTime local = now.atZone(zone);
    ZonedDateTime next = local.with(digestAt);
    if (weekly) {
      next = next.with(TemporalAdjusters.nextOrSame(digestDay));
    }
    return next.toInstant().isAfter(now)
        ? next.toInstant()
        : (weekly ? next.plusWeeks(1) : next.plusDays(1)).toInstant();
  }

  private Instant afterQuiet(Instant now) {
    if (quietFrom == null) {
      return now;
    }
    ZonedDateTime local = now.atZone(zone);
    LocalTime clock = local.toLocalTime();
    boolean overNight = quietFrom.isAfter(quietTo);
    boolean late = !clock.isBefore(quietFrom);
    boolean early = clock.isBefore(quietTo);
    if (overNight ? !late && !early : !late || !early) {
      return now;
    }
    ZonedDateTime end = local.with(quietTo);
    return (overNight && late ? end.plusDays(1) : end).toInstant();
  }

  /** In words, such as {@code Asia/Singapore, quiet from 22:00 to 06:00, digests at 07:00}. */
  public String words() {
    return (zone.getId().equals("Z") ? "UTC" : zone.getId())
        + (quietFrom == null ? ", no quiet hours" : ", quiet from " + quietFrom + " to " + quietTo)
        + ", digests at "
        + digestAt
        + ", the weekly one on "
        + digestDay.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
