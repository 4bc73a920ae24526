package org.csoalliance.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.csoalliance.platform.geo.Position;

/**
 * An incident in one sentence, in the manner of the descriptions of NGA ASAM: {@code INDONESIA: On
 * 2 January 2026, at 0130 local time, robbers boarded a tanker near position 01-06N 103-44E.} It is
 * made of what the reader may see: no ship's name, and the position as precise as it is shown.
 */
public final class ShortText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HHmm", Locale.ENGLISH);

  private ShortText() {}

  /** The sentence; ends with a full stop. */
  public static String of(IncidentSummary incident) {
    String ship = ship(incident.shipType());
    String place = place(incident.area());
    return (place.isEmpty() ? "AT SEA" : place)
        + ": On "
        + when(incident.occurredAt(), incident.precision(), incident.utcOffsetMinutes())
        + ", "
        + what(incident.kind(), ship)
        + (incident.position() == null ? "" : " near position " + position(incident.position()))
        + ".";
  }

  private static String place(String area) {
    if (area == null) {
      return "";
    }
    String plain = area.strip().replaceAll("\\s+", " ");
    while (plain.endsWith(".") || plain.endsWith(":") || plain.endsWith(",")) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    return plain.toUpperCase(Locale.ROOT);
  }

  private static String when(Instant at, OccurredPrecision precision, Integer offsetMinutes) {
    OffsetDateTime local =
        at.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes == null ? 0 : offsetMinutes * 60));
    if (precision == OccurredPrecision.DAY) {
      return DAY.format(local);
    }
    return DAY.format(local)
        + (precision == OccurredPrecision.HOUR ? ", at about " : ", at ")
        + CLOCK.format(local)
        + (offsetMinutes == null ? " UTC" : " local time");
  }

  private static String ship(String type) {
    String words = type == null ? "" : type.strip().replaceAll("\\s+", " ");
    if (words.isEmpty()) {
      return "a ship";
    }
    // "LNG carrier" keeps its capitals, "Bulk carrier" does not
    boolean shouted = words.length() > 1 && Character.isUpperCase(words.charAt(1));
    String lower =
        shouted ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    boolean vowel = "aeiou".indexOf(Character.toLowerCase(lower.charAt(0))) >= 0;
    return (vowel || lower.startsWith("LNG") || lower.startsWith("LPG") ? "an " : "a ") + lower;
  }

  private static String what(IncidentKind kind, String ship) {
    return switch (kind) {
      case ROBBERY -> "robbers boarded " + ship;
      case ATTACK -> "armed persons attacked " + ship;
      case HIJACK -> "armed persons took control of " + ship;
      case KIDNAP -> "armed persons boarded " + ship + " and took people away";
      case ATTEMPT -> "persons tried to board " + ship;
      case SUSPICIOUS -> ship + " reported a suspicious approach";
      case STOWAWAY -> "stowaways were found on " + ship;
      case CARGO_THEFT -> "cargo or bunkers were stolen from " + ship;
      case DRUGS -> "drugs were found on " + ship;
      case CYBER -> ship + " reported a cyber incident or false signals";
      case STATE_ACTION -> ship + " reported an act of war or of a state";
      case MIGRANTS -> ship + " met people in distress at sea";
      case WEAPONS -> ship + " reported an incident with weapons or guards";
      case OTHER -> ship + " reported a security incident";
    };
  }

  /** Such as {@code 01-06N 103-44E}: whole minutes, as the reports of the navies write them. */
  static String position(Position position) {
    return half(position.latitude(), 2, 'N', 'S') + " " + half(position.longitude(), 3, 'E', 'W');
  }

  private static String half(double degrees, int digits, char positive, char negative) {
    long minutes = Math.round(Math.abs(degrees) * 60);
    return String.format(
        Locale.ROOT,
        "%0" + digits + "d-%02d%c",
        minutes / 60,
        minutes % 60,
        degrees < 0 && minutes > 0 ? negative : positive);
  }
}
