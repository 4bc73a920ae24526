package org.csoalliance.web.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes times as the design asks: UTC first, local time beside it, the date of the local time only
 * when it differs. Functions of the tag library {@code alliance}.
 */
public final class TimeText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM uuuu, 'about' HH'h UTC'", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private TimeText() {}

  /**
   * The time in UTC.
   *
   * @param time null: empty text
   * @param precision an enum or text EXACT, HOUR or DAY; null: EXACT
   */
  public static String utc(Instant time, Object precision) {
    if (time == null) {
      return "";
    }
    OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
    return switch (String.valueOf(precision)) {
      case "DAY" -> DAY.format(utc);
      case "HOUR" -> HOUR.format(utc);
      default -> MINUTE.format(utc);
    };
  }

  /** A day of the calendar, such as {@code 22 Nov 2026}; null: empty text. */
  public static String calendar(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /**
   * The local time in brackets, such as {@code (05:15 local)} or {@code (03:40 local, 22 Nov)}.
   *
   * @param offset a {@link ZoneOffset} or a number of minutes; null, or a precision of a day: empty
   */
  public static String local(Instant time, Object offset, Object precision) {
    ZoneOffset zone = offset(offset);
    if (time == null || zone == null || "DAY".equals(String.valueOf(precision))) {
      return "";
    }
    OffsetDateTime local = time.atOffset(zone);
    boolean sameDay = local.toLocalDate().equals(time.atOffset(ZoneOffset.UTC).toLocalDate());
    return "("
        + CLOCK.format(local)
        + " local"
        + (sameDay ? "" : ", " + SHORT_DAY.format(local))
        + ")";
  }

  /** The time for the datetime attribute: RFC 3339 in UTC, or a date alone. */
  public static String machine(Instant time, Object precision) {
    if (time == null) {
      return "";
    }
    return "DAY".equals(String.valueOf(precision))
        ? time.atOffset(ZoneOffset.UTC).toLocalDate().toString()
        : time.toString();
  }

  private static ZoneOffset offset(Object offset) {
    if (offset instanceof ZoneOffset zone) {
      return zone;
    }
    return offset instanceof Number minutes
        ? ZoneOffset.ofTotalSeconds(minutes.intValue() * 60)
        : null;
  }
}
