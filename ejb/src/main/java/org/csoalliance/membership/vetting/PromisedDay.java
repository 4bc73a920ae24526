package org.csoalliance.membership.vetting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The day by which an applicant was promised an answer: five working days after the application
 * came in. Working days are Monday to Friday, in UTC; holidays of a country are not known.
 */
public final class PromisedDay {
  /** So many working days an answer takes at most. */
  public static final int WORKING_DAYS = 5;

  private PromisedDay() {}

  /** The last day of the promise. */
  public static LocalDate after(Instant submitted) {
    return after(day(submitted));
  }

  private static LocalDate after(LocalDate from) {
    LocalDate day = from;
    for (int left = WORKING_DAYS; left > 0; ) {
      day = day.plusDays(1);
      left -= works(day) ? 1 : 0;
    }
    return day;
  }

  /** How many working days have passed since, the day itself not counted. */
  public static int age(Instant submitted, Instant now) {
    int days = 0;
    for (LocalDate day = day(submitted).plusDays(1);
        !day.isAfter(day(now));
        day = day.plusDays(1)) {
      days += works(day) ? 1 : 0;
    }
    return days;
  }

  /** What came in before this moment is overdue now. */
  static Instant overdueBefore(Instant now) {
    LocalDate today = day(now);
    LocalDate came = today;
    while (!after(came).isBefore(today)) {
      came = came.minusDays(1);
    }
    return came.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
