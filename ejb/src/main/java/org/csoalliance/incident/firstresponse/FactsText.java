package org.csoalliance.incident.firstresponse;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The facts of a report in words, the same in a mail, in a comparison and on the page. */
public final class FactsText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMM uuuu, 'about' HH'h UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private FactsText() {}

  /** Such as {@code 22 Nov 2026 04:15 UTC}. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /** When it happened, as exactly as it is known; empty when it is not. */
  public static String when(Content content) {
    if (content.occurredAt() == null) {
      return "";
    }
    return switch (content.precision()) {
      case DAY -> DAY.format(content.occurredAt());
      case HOUR -> HOUR.format(content.occurredAt());
      case EXACT -> MINUTE.format(content.occurredAt());
    };
  }

  /** Where it happened: the place, then the position; empty when neither is known. */
  public static String where(Content content) {
    String position = content.position() == null ? "" : content.position().format();
    return content.area().isEmpty() || position.isEmpty()
        ? content.area() + position
        : content.area() + ", " + position;
  }

  /** The category, such as {@code CAT 2}; {@code not rated} without one. */
  public static String rated(Content content) {
    return content.severity() == null ? "not rated" : "CAT " + content.severity();
  }

  /** Kind, category, time and place in one line. */
  public static String line(Content content) {
    List<String> parts = new ArrayList<>();
    parts.add(content.kind().words());
    parts.add(rated(content));
    parts.add(when(content));
    parts.add(where(content));
    parts.removeIf(String::isEmpty);
    return String.join(". ", parts);
  }
}
