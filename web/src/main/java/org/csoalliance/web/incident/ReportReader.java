package org.csoalliance.web.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.platform.geo.Position;

/**
 * Reads the typed answers of the quick report. It judges only how a date, a time and a position are
 * written; what may be reported is the service's rule.
 */
final class ReportReader {
  /** The value of the clock that is not local. */
  static final String UTC = "UTC";

  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.h ]?(\\d{2})(?: ?(?:UTC|Z))?");
  private static final Pattern MINUTES = Pattern.compile("\\d{1,3}[°:\\- ]\\s*(\\d{2})(?!\\d)");
  private static final Pattern LATITUDE = Pattern.compile("(\\d{2,3})[^NSEW]*[NS]");

  /**
   * What was understood.
   *
   * @param report with null where an answer could not be read
   * @param wrong a sentence by component of {@link ReportIncident} for each of those
   */
  record Read(ReportIncident report, Map<String, String> wrong) {}

  private final ReportForm form;
  private final Instant now;
  private final Map<String, String> wrong = new LinkedHashMap<>();

  private ReportReader(ReportForm form, Instant now) {
    this.form = form;
    this.now = now;
  }

  /** Reads the form; never throws. */
  static Read read(ReportForm form, Instant now) {
    return new ReportReader(form, now).read();
  }

  private Read read() {
    Integer offset = offset(form.getClock());
    Instant occurredAt = occurredAt(offset == null ? 0 : offset);
    String area = blankToEmpty(form.getArea());
    Position position = null;
    String typed = blankToEmpty(form.getPosition());
    if (!typed.isEmpty()) {
      Optional<Position> parsed = Position.parse(typed);
      if (parsed.isPresent()) {
        position = parsed.get();
      } else if (typed.chars().noneMatch(c -> c >= '0' && c <= '9') && area.isEmpty()) {
        area = typed;
      } else {
        wrong.put("position", positionProblem(typed));
      }
    }
    return new Read(
        new ReportIncident(
            UUID.fromString(form.getSubmissionKey()),
            form.getKind(),
            occurredAt,
            form.getPrecision() == null ? OccurredPrecision.EXACT : form.getPrecision(),
            offset,
            position,
            area,
            blankToNull(form.getShipImo()),
            blankToEmpty(form.getShipName()),
            form.isShipShown(),
            null,
            blankToEmpty(form.getText()),
            form.getPersonsHarmed(),
            blankToEmpty(form.getHarmNote()),
            blankToEmpty(form.getTold()),
            form.getTlp(),
            blankToEmpty(form.getContact())),
        wrong);
  }

  private Instant occurredAt(int offsetMinutes) {
    LocalDate date = date();
    String typed = blankToEmpty(form.getTime());
    boolean dayOnly = form.getPrecision() == OccurredPrecision.DAY;
    LocalTime time = null;
    if (typed.isEmpty() && !dayOnly) {
      wrong.putIfAbsent("time", "Enter the time, or choose that only the day is known");
    } else if (!typed.isEmpty()) {
      time = time(typed);
      if (time == null) {
        wrong.putIfAbsent("time", "Write the time as 0415 or 04:15");
      }
    }
    if (date == null || wrong.containsKey("time")) {
      return null;
    }
    ZoneOffset zone = ZoneOffset.ofTotalSeconds(offsetMinutes * 60);
    if (!dayOnly) {
      return date.atTime(time).toInstant(zone);
    }
    // Noon stands for the whole day; today before noon, this moment does.
    Instant noon = date.atTime(LocalTime.NOON).toInstant(zone);
    boolean today = date.equals(now.atOffset(zone).toLocalDate());
    return today && noon.isAfter(now) ? now : noon;
  }

  private LocalDate date() {
    Integer day = number(form.getDay());
    Integer month = month(form.getMonth());
    Integer year = number(form.getYear());
    if (isBlank(form.getDay()) && isBlank(form.getMonth()) && isBlank(form.getYear())) {
      wrong.put("day", "Enter the day it happened");
    } else if (day == null || day < 1 || day > 31) {
      wrong.put("day", "Day must be a number from 1 to 31");
    } else if (month == null || month < 1 || month > 12) {
      wrong.put("month", "Month must be a number from 1 to 12");
    } else if (year == null || year < 0 || year > 9999) {
      wrong.put("year", "Year must be four digits, such as 2026");
    } else {
      int full = year < 100 ? 2000 + year : year;
      try {
        return LocalDate.of(full, month, day);
      } catch (DateTimeException none) {
        String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        wrong.put("day", name + " " + full + " has no day " + day);
      }
    }
    return null;
  }

  /** Four digits, with or without a sign between hours and minutes; null when it is no time. */
  static LocalTime time(String typed) {
    Matcher matcher = TIME.matcher(typed.strip().toUpperCase(Locale.ROOT).replace('H', ':'));
    if (!matcher.matches()) {
      return null;
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = Integer.parseInt(matcher.group(2));
    return hour < 24 && minute < 60 ? LocalTime.of(hour, minute) : null;
  }

  private static Integer month(String typed) {
    String word = blankToEmpty(typed).toLowerCase(Locale.ROOT);
    if (word.length() >= 3) {
      for (Month month : Month.values()) {
        if (month.name().toLowerCase(Locale.ROOT).startsWith(word)) {
          return month.getValue();
        }
      }
    }
    return number(typed);
  }

  /** ASCII digits alone; null when it is none. */
  private static Integer number(String typed) {
    String digits = blankToEmpty(typed);
    return digits.matches("[0-9]{1,4}") ? Integer.valueOf(digits) : null;
  }

  /** Minutes ahead of UTC; null for UTC and for what is no offset. */
  private static Integer offset(String clock) {
    if (clock == null || !clock.matches("-?[0-9]{1,3}")) {
      return null;
    }
    int minutes = Integer.parseInt(clock);
    return Math.abs(minutes) <= 840 ? minutes : null;
  }

  static String positionProblem(String typed) {
    // what is longer is no position at all, and the patterns would look at it for minutes
    String plain = typed.substring(0, Math.min(100, typed.length())).toUpperCase(Locale.ROOT);
    Matcher latitude = LATITUDE.matcher(plain);
    if (latitude.find() && Integer.parseInt(latitude.group(1)) > 90) {
      return "Position: latitude must be 90 degrees or less";
    }
    Matcher minutes = MINUTES.matcher(plain);
    while (minutes.find()) {
      if (Integer.parseInt(minutes.group(1)) >= 60) {
        return "Position: minutes must be below 60";
      }
    }
    return "Position: write it as 01-49.9N 003-12.1E, or leave it empty and name the place";
  }

  private static boolean isBlank(String typed) {
    return typed == null || typed.isBlank();
  }

  private static String blankToEmpty(String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static String blankToNull(String typed) {
    return isBlank(typed) ? null : typed.strip();
  }
}
