package org.csoalliance.web.registration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When an event or a session is, in words: UTC first, the clock of the venue beside it. */
final class EventWhen {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private EventWhen() {}

  /** Such as {@code 3 Dec 2026 08:00 to 15:30 UTC (3 Dec 2026 09:00 to 16:30 Europe/Amsterdam)}. */
  static String span(Instant from, Instant to, String zone) {
    return span(from, to, ZoneOffset.UTC)
        + " UTC ("
        + span(from, to, ZoneId.of(zone))
        + ", "
        + zone
        + ")";
  }

  /** Such as {@code 3 Dec 2026 08:00 UTC (09:00, Europe/Amsterdam)}. */
  static String moment(Instant at, String zone) {
    ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
    ZonedDateTime local = at.atZone(ZoneId.of(zone));
    boolean same = utc.toLocalDate().equals(local.toLocalDate());
    return DAY.format(utc)
        + " "
        + MINUTE.format(utc)
        + " UTC ("
        + (same ? "" : DAY.format(local) + " ")
        + MINUTE.format(local)
        + ", "
        + zone
        + ")";
  }

  private static String span(Instant from, Instant to, ZoneId zone) {
    ZonedDateTime start = from.atZone(zone);
    ZonedDateTime end = to.atZone(zone);
    boolean same = start.toLocalDate().equals(end.toLocalDate());
    return DAY.format(start)
        + " "
        + MINUTE.format(start)
        + " to "
        + (same ? "" : DAY.format(end) + " ")
        + MINUTE.format(end);
  }
}
