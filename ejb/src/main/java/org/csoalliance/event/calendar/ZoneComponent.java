package org.csoalliance.event.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.property.TimezoneName;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;

/**
 * The rules of a zone as a component of a calendar file: each change of the clock from the one
 * before the first event to a year after the last, as Java knows them.
 */
final class ZoneComponent {
  private static final Duration AFTER = Duration.ofDays(370);
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

  private ZoneComponent() {}

  static VTimezone of(ZoneId zone, List<CalendarEntry> entries) {
    Instant first =
        entries.stream()
            .map(CalendarEntry::startsAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    Instant last =
        entries.stream()
            .map(CalendarEntry::endsAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH)
            .plus(AFTER);
    ZoneRules rules = zone.getRules();
    VTimezone component = new VTimezone(zone.getId());
    ZoneOffsetTransition change = rules.previousTransition(first.plusSeconds(1));
    if (change == null) {
      ZoneOffset offset = rules.getOffset(first);
      add(component, new StandardTime(), LONG_AGO, offset, offset);
    }
    while (change != null && change.getInstant().isBefore(last)) {
      boolean summer = rules.isDaylightSavings(change.getInstant());
      add(
          component,
          summer ? new DaylightSavingsTime() : new StandardTime(),
          change.getDateTimeBefore(),
          change.getOffsetBefore(),
          change.getOffsetAfter());
      change = rules.nextTransition(change.getInstant());
    }
    return component;
  }

  private static void add(
      VTimezone component,
      Observance observance,
      LocalDateTime begins,
      ZoneOffset before,
      ZoneOffset after) {
    observance.setDateStart(
        new ICalDate(
            new DateTimeComponents(
                begins.getYear(),
                begins.getMonthValue(),
                begins.getDayOfMonth(),
                begins.getHour(),
                begins.getMinute(),
                begins.getSecond(),
                false),
            true));
    observance.setTimezoneOffsetFrom(offset(before));
    observance.setTimezoneOffsetTo(offset(after));
    observance.addTimezoneName(new TimezoneName(after.getId().equals("Z") ? "UTC" : "UTC" + after));
    component.addComponent(observance);
  }

  private static UtcOffset offset(ZoneOffset offset) {
    return new UtcOffset(offset.getTotalSeconds() * 1000L);
  }
}
