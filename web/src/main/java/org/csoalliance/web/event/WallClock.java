package org.csoalliance.web.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times as an organiser types them: by the wall clock of the place, which leaves an hour out in
 * spring and has one twice in autumn.
 */
final class WallClock {
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final List<DateTimeFormatter> READ =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT),
          DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH));

  private final ZoneId zone;
  private final Map<String, String> wrong;
  private final List<String> told;

  /**
   * Reads times at a place.
   *
   * @param zone null where the zone could not be read; then no time can be
   * @param wrong takes a sentence for each field that could not be read
   * @param told takes a sentence for each time that comes twice
   */
  WallClock(ZoneId zone, Map<String, String> wrong, List<String> told) {
    this.zone = zone;
    this.wrong = wrong;
    this.told = told;
  }

  /** The zone of the name; null when there is none. */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name == null ? "" : name.strip());
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** The wall clock as a field has it; empty for null. */
  static String typed(Instant at, String zone) {
    return at == null ? "" : TYPED.format(at.atZone(ZoneId.of(zone)));
  }

  /** What was typed, without a place; null when it is no time. */
  static LocalDateTime local(String typed) {
    for (DateTimeFormatter format : READ) {
      try {
        return LocalDateTime.parse(typed == null ? "" : typed.strip(), format);
      } catch (DateTimeException other) {
        // the next way of writing it
      }
    }
    return null;
  }

  /** The moment that was typed; null when nothing was, or it could not be read. */
  Instant read(String field, String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    LocalDateTime local = local(typed);
    if (local == null) {
      wrong.put(field, "Write day and time as 2027-01-20 09:00.");
      return null;
    }
    if (zone == null) {
      return local.toInstant(ZoneOffset.UTC);
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return local.toInstant(offsets.get(0));
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    LocalDate day = local.toLocalDate();
    if (offsets.isEmpty()) {
      wrong.put(
          field,
          "On "
              + DAY.format(day)
              + " the clock at the place goes from "
              + CLOCK.format(change.getDateTimeBefore())
              + " to "
              + CLOCK.format(change.getDateTimeAfter())
              + ", so this time does not come. Enter another one.");
      return null;
    }
    told.add(
        CLOCK.format(local)
            + " comes twice on "
            + DAY.format(day)
            + ", when the clock goes back. The first one was taken.");
    return local.toInstant(offsets.get(0));
  }
}
