package org.csoalliance.web.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times of events in words: UTC first, the wall clock of the place beside it. A zone is the IANA
 * name of the place.
 */
@Named("eventTime")
@ApplicationScoped
public class EventTime {
  private static final DateTimeFormatter LONG_DAY = pattern("EEEE d MMM uuuu");
  private static final DateTimeFormatter DAY = pattern("d MMM uuuu");
  private static final DateTimeFormatter SHORT = pattern("d MMM");
  private static final DateTimeFormatter CLOCK = pattern("HH:mm");
  private static final DateTimeFormatter MINUTE = pattern("d MMM uuuu HH:mm");

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** Both in full, such as "Thursday 3 Dec 2026, 08:00 to 15:30 UTC (09:00 to 16:30 local)". */
  public String whole(Instant start, Instant end, String zone) {
    ZonedDateTime from = start.atZone(ZoneOffset.UTC);
    ZonedDateTime to = end.atZone(ZoneOffset.UTC);
    ZonedDateTime localFrom = start.atZone(ZoneId.of(zone));
    ZonedDateTime localTo = end.atZone(ZoneId.of(zone));
    if (localFrom.toLocalDate().equals(localTo.toLocalDate())
        && from.toLocalDate().equals(localFrom.toLocalDate())
        && to.toLocalDate().equals(from.toLocalDate())) {
      String utc =
          LONG_DAY.format(from) + ", " + CLOCK.format(from) + " to " + CLOCK.format(to) + " UTC";
      return same(from, localFrom) && same(to, localTo)
          ? utc
          : utc + " (" + CLOCK.format(localFrom) + " to " + CLOCK.format(localTo) + " local)";
    }
    String utc =
        LONG_DAY.format(from)
            + " "
            + CLOCK.format(from)
            + " UTC to "
            + LONG_DAY.format(to)
            + " "
            + CLOCK.format(to)
            + " UTC";
    return same(from, localFrom) && same(to, localTo)
        ? utc
        : utc + " (" + local(from, localFrom) + " to " + local(to, localTo) + " local)";
  }

  private static boolean same(ZonedDateTime utc, ZonedDateTime local) {
    return utc.toLocalDateTime().equals(local.toLocalDateTime());
  }

  private static String local(ZonedDateTime utc, ZonedDateTime local) {
    return utc.toLocalDate().equals(local.toLocalDate())
        ? CLOCK.format(local)
        : CLOCK.format(local) + " " + SHORT.format(local);
  }

  /** The days alone, by the wall clock of the place: "3 Dec 2026", "28 to 29 Jun 2018". */
  public String days(Instant start, Instant end, String zone) {
    LocalDate from = start.atZone(ZoneId.of(zone)).toLocalDate();
    LocalDate to = end.minusNanos(1).atZone(ZoneId.of(zone)).toLocalDate();
    if (from.equals(to)) {
      return DAY.format(from);
    }
    if (from.getYear() != to.getYear()) {
      return DAY.format(from) + " to " + DAY.format(to);
    }
    return from.getMonth() == to.getMonth()
        ? from.getDayOfMonth() + " to " + DAY.format(to)
        : SHORT.format(from) + " to " + DAY.format(to);
  }

  /** The day at the place, such as "3 Dec 2026". */
  static String day(Instant at, String zone) {
    return DAY.format(at.atZone(ZoneId.of(zone)));
  }

  /** The day of the month at the place. */
  public String number(Instant at, String zone) {
    return String.valueOf(at.atZone(ZoneId.of(zone)).getDayOfMonth());
  }

  /** The month at the place, such as "Dec". */
  public String month(Instant at, String zone) {
    return pattern("MMM").format(at.atZone(ZoneId.of(zone)));
  }

  /** Month and year at the place, such as "Dec 2026". */
  public String monthYear(Instant at, String zone) {
    return pattern("MMM uuuu").format(at.atZone(ZoneId.of(zone)));
  }

  /** The day for machines. */
  public String machineDay(Instant at, String zone) {
    return at.atZone(ZoneId.of(zone)).toLocalDate().toString();
  }

  /** The wall clock of the place, such as "09:00". */
  public String clock(Instant at, String zone) {
    return CLOCK.format(at.atZone(ZoneId.of(zone)));
  }

  /** A day of the place in full, such as "Thursday 3 Dec 2026". */
  public String longDay(LocalDate day) {
    return LONG_DAY.format(day);
  }

  /** A minute, such as "3 Dec 2026 08:00 UTC (09:00 local)". */
  public String minute(Instant at, String zone) {
    ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
    ZonedDateTime local = at.atZone(ZoneId.of(zone));
    String words = MINUTE.format(utc) + " UTC";
    return same(utc, local) ? words : words + " (" + local(utc, local) + " local)";
  }

  /** How far the wall clock of the place is from UTC, such as "UTC+1". */
  public String offset(Instant at, String zone) {
    int seconds = ZoneId.of(zone).getRules().getOffset(at).getTotalSeconds();
    if (seconds == 0) {
      return "UTC";
    }
    int minutes = Math.abs(seconds / 60);
    String words = "UTC" + (seconds < 0 ? "−" : "+") + minutes / 60;
    return minutes % 60 == 0 ? words : words + String.format(Locale.ROOT, ":%02d", minutes % 60);
  }

  /** How long, such as "6.5 hours". */
  static String hours(Duration length) {
    double hours = Math.round(length.toMinutes() / 30.0) / 2.0;
    String number =
        hours == Math.rint(hours)
            ? String.valueOf((long) hours)
            : String.format(Locale.ENGLISH, "%.1f", hours);
    return number + (hours == 1 ? " hour" : " hours");
  }
}
