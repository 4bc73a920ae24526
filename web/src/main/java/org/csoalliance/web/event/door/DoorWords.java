package org.csoalliance.web.event.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.web.shared.Bundles;

/** The words of the door. */
@Named("doorWords")
@ApplicationScoped
public class DoorWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final Map<String, String> TEXTS = Bundles.read("door");

  /** A text with its values put in. */
  public static String text(String key, Object... values) {
    return MessageFormat.format(TEXTS.get(key), values);
  }

  /** For pages: a text with one value. */
  public String fill(String key, Object value) {
    return text(key, String.valueOf(value));
  }

  /** For pages: a text with two values. */
  public String fill2(String key, Object one, Object two) {
    return text(key, String.valueOf(one), String.valueOf(two));
  }

  /** For pages: hours in halves. */
  public String hours(BigDecimal hours) {
    return text("hours", hours.stripTrailingZeros().toPlainString());
  }

  /** For pages: a time to the minute, in UTC. */
  public String minute(Instant at) {
    return at == null
        ? ""
        : SHORT.format(at.atZone(ZoneOffset.UTC))
            + " "
            + TIME.format(at.atZone(ZoneOffset.UTC))
            + " UTC";
  }

  /** From when to when, by the clock of the venue. */
  static String when(Instant from, Instant to, String zone) {
    return range(from.atZone(ZoneId.of(zone)), to.atZone(ZoneId.of(zone)));
  }

  /** From when to when in UTC. */
  static String whenUtc(Instant from, Instant to) {
    return range(from.atZone(ZoneOffset.UTC), to.atZone(ZoneOffset.UTC)) + " UTC";
  }

  private static String range(ZonedDateTime from, ZonedDateTime to) {
    return DAY.format(from)
        + " "
        + TIME.format(from)
        + " to "
        + (from.toLocalDate().equals(to.toLocalDate()) ? "" : DAY.format(to) + " ")
        + TIME.format(to);
  }

  /** One day or several. */
  public static String days(LocalDate from, LocalDate to) {
    return from.equals(to)
        ? DAY.format(from)
        : (from.getYear() == to.getYear() ? SHORT : DAY).format(from) + " to " + DAY.format(to);
  }
}
