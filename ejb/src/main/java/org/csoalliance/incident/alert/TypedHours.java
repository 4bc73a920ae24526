package org.csoalliance.incident.alert;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.platform.error.InvalidException;

/**
 * The hours of mails as a person typed them; null counts as nothing typed.
 *
 * @param zone an IANA time zone such as {@code Asia/Singapore}
 * @param quietFrom a time such as {@code 22:00}; blank with {@code quietTo}: no quiet hours
 * @param digestDay 1, Monday, to 7
 */
public record TypedHours(
    String zone, String quietFrom, String quietTo, String digestAt, String digestDay) {
  private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):?([0-5][0-9])(?::00)?");

  /** As somebody would type these hours. */
  public static TypedHours of(AlertHours hours) {
    return new TypedHours(
        hours.zone().getId().equals("Z") ? "UTC" : hours.zone().getId(),
        hours.quietFrom() == null ? "" : hours.quietFrom().toString(),
        hours.quietTo() == null ? "" : hours.quietTo().toString(),
        hours.digestAt().toString(),
        String.valueOf(hours.digestDay().getValue()));
  }

  /**
   * Understands what was typed.
   *
   * @throws InvalidException with a sentence for each field, named as the components here
   */
  public AlertHours understood() {
    Map<String, String> wrong = new LinkedHashMap<>();
    ZoneId place = zone(wrong);
    LocalTime from = time("quietFrom", quietFrom, wrong);
    LocalTime to = time("quietTo", quietTo, wrong);
    if (wrong.isEmpty() && (from == null) != (to == null)) {
      wrong.put(
          from == null ? "quietFrom" : "quietTo",
          "Quiet hours need a beginning and an end. Leave both empty for none.");
    }
    if (from != null && from.equals(to)) {
      wrong.put("quietTo", "Quiet hours end at another time than they begin.");
    }
    LocalTime digest = time("digestAt", digestAt, wrong);
    if (digest == null && !wrong.containsKey("digestAt")) {
      wrong.put("digestAt", "Enter the time of the digest, such as 07:00.");
    }
    String day = digestDay == null ? "" : digestDay.strip();
    if (!day.matches("[1-7]")) {
      wrong.put("digestDay", "Choose the day of the weekly mail.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new AlertHours(place, from, to, digest, DayOfWeek.of(Integer.parseInt(day)));
  }

  private ZoneId zone(Map<String, String> wrong) {
    String typed = zone == null ? "" : zone.strip();
    for (String known : ZoneId.getAvailableZoneIds()) {
      if (known.equalsIgnoreCase(typed) && (known.contains("/") || known.equals("UTC"))) {
        return ZoneId.of(known);
      }
    }
    wrong.put("zone", "We know no time zone of this name. Such as Asia/Singapore or UTC.");
    return null;
  }

  private static LocalTime time(String field, String typed, Map<String, String> wrong) {
    String text = typed == null ? "" : typed.strip().replace('.', ':');
    if (text.isEmpty()) {
      return null;
    }
    Matcher read = TIME.matcher(text);
    if (read.matches()) {
      return LocalTime.of(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2)));
    }
    wrong.put(field, "Write the time as hours and minutes, such as 22:00.");
    return null;
  }
}
