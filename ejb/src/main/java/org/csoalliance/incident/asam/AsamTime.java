package org.csoalliance.incident.asam;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.incident.OccurredPrecision;

/**
 * When it happened, as far as the words say. An hour in UTC is taken; local time without its offset
 * is not: the day stays right and the hour is left out.
 *
 * @param at UTC; the start of the day when only the day is known
 * @param stated the hour as it was written, with its kind of time ({@code UTC 0345}, {@code LT
 *     0330}); null when none is
 */
record AsamTime(Instant at, OccurredPrecision precision, String stated) {
  private static final int HEAD = 700;
  private static final String CLOCK = "([01]\\d|2[0-3]):?([0-5]\\d)";
  private static final Pattern UTC =
      Pattern.compile("(?<![\\d-])(\\d\\d)?" + CLOCK + "(?: ?(?:UTC|GMT|Z)\\b)");
  private static final Pattern LOCAL =
      Pattern.compile("(?<![\\d-])" + CLOCK + " ?(?:[Ll]ocal|LOCAL|LT\\b|hrs LT)");
  private static final Pattern ROUGHLY =
      Pattern.compile("(?i)(about|around|approximately|approx\\.?|circa)\\s*$");

  static AsamTime of(LocalDate day, String text) {
    String head = text.length() > HEAD ? text.substring(0, HEAD) : text;
    Matcher utc = UTC.matcher(head);
    if (utc.find()) {
      String written = utc.group(1);
      boolean sameDay = written == null || Integer.parseInt(written) == day.getDayOfMonth();
      String stated = "UTC " + utc.group(2) + utc.group(3);
      if (sameDay && !anotherDay(day, head.substring(0, utc.end()))) {
        Instant at =
            day.atTime(Integer.parseInt(utc.group(2)), Integer.parseInt(utc.group(3)))
                .toInstant(ZoneOffset.UTC);
        boolean roughly = ROUGHLY.matcher(head.substring(0, utc.start())).find();
        return new AsamTime(at, roughly ? OccurredPrecision.HOUR : OccurredPrecision.EXACT, stated);
      }
      return new AsamTime(startOf(day), OccurredPrecision.DAY, stated);
    }
    Matcher local = LOCAL.matcher(head);
    String stated = local.find() ? "LT " + local.group(1) + local.group(2) : null;
    return new AsamTime(startOf(day), OccurredPrecision.DAY, stated);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static final Pattern DAY_AND_MONTH =
      Pattern.compile("(?i)(?<!\\d)(\\d{1,2}) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");

  /** Whether the words before the hour name a day that is not the row's. */
  private static boolean anotherDay(LocalDate day, String before) {
    Matcher named = DAY_AND_MONTH.matcher(before);
    return named.find() && Integer.parseInt(named.group(1)) != day.getDayOfMonth();
  }
}
