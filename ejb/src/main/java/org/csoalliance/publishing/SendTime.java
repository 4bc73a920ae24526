package org.csoalliance.publishing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;

/**
 * When a mail edition goes out, by the wall clock of a zone.
 *
 * @param at UTC
 * @param zone an IANA name, such as Europe/London, or UTC
 */
public record SendTime(Instant at, String zone) {
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]", Locale.ROOT);
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  /**
   * Reads what was typed. Where the clock is put back, an hour that comes twice is the first one.
   *
   * @param typed such as {@code 2026-12-01 08:00}
   * @param zone such as {@code Europe/London}
   * @throws InvalidException fields {@code sendAt, zone}
   */
  static SendTime typed(String typed, String zone, Instant now) {
    Map<String, String> wrong = new LinkedHashMap<>();
    ZoneId place = place(zone);
    if (place == null) {
      wrong.put("zone", "We know no time zone of this name. Such as Asia/Singapore or UTC.");
    }
    LocalDateTime local = local(typed);
    if (local == null) {
      wrong.put("sendAt", "Enter date and time, such as 2026-12-01 08:00.");
    }
    if (wrong.isEmpty()) {
      String sentence = wrong(local, place, now);
      if (sentence != null) {
        wrong.put("sendAt", sentence);
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new SendTime(local.atZone(place).toInstant(), place.getId());
  }

  private static String wrong(LocalDateTime local, ZoneId place, Instant now) {
    ZoneRules rules = place.getRules();
    if (rules.getValidOffsets(local).isEmpty()) {
      return "The clock skips this time there: it is put forward. Choose an hour later.";
    }
    Instant at = local.atZone(place).toInstant();
    if (!at.isAfter(now)) {
      return "This time is over: it is now "
          + WORDS.format(now.atZone(place))
          + " in that zone. Choose a later one.";
    }
    return at.isAfter(now.plus(FARTHEST))
        ? "This lies more than a year ahead. Check the year."
        : null;
  }

  private static ZoneId place(String zone) {
    String name = zone == null ? "" : zone.strip().replace(' ', '_');
    for (String known : ZoneId.getAvailableZoneIds()) {
      if (known.equalsIgnoreCase(name) && (known.contains("/") || known.equals("UTC"))) {
        return ZoneId.of(known);
      }
    }
    return null;
  }

  private static LocalDateTime local(String typed) {
    String text = typed == null ? "" : typed.strip().replaceFirst("[ tT]+", "T");
    try {
      return text.length() > 20 ? null : LocalDateTime.parse(text, MINUTE);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
