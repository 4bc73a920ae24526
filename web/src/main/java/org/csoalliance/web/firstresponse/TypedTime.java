package org.csoalliance.web.firstresponse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.incident.OccurredPrecision;

/**
 * A time in UTC in one field, as people write it: {@code 22 Nov 2026 04:15}, {@code 2026-11-22
 * 0415}, {@code about 22 Nov 2026 04:00}, or a day alone.
 */
record TypedTime(Instant at, OccurredPrecision precision) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final List<DateTimeFormatter> MINUTES =
      List.of(
          pattern("d MMM uuuu HH:mm"),
          pattern("d MMMM uuuu HH:mm"),
          pattern("uuuu-MM-dd HH:mm"),
          pattern("uuuu-MM-dd'T'HH:mm"),
          pattern("d MMM uuuu HHmm"),
          pattern("uuuu-MM-dd HHmm"));
  private static final List<DateTimeFormatter> DAYS =
      List.of(pattern("d MMM uuuu"), pattern("d MMMM uuuu"), pattern("uuuu-MM-dd"));

  private static DateTimeFormatter pattern(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /** Reads what was typed; empty when it is no time. */
  static Optional<TypedTime> parse(String typed) {
    String text = typed.strip().replaceAll("\\s+", " ").replaceFirst("(?i) ?(utc|z)$", "");
    boolean about = text.regionMatches(true, 0, "about ", 0, 6);
    if (about) {
      text = text.substring(6);
    }
    if (text.length() > 40) {
      return Optional.empty();
    }
    for (DateTimeFormatter format : MINUTES) {
      try {
        Instant at = LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
        return Optional.of(
            new TypedTime(at, about ? OccurredPrecision.HOUR : OccurredPrecision.EXACT));
      } catch (DateTimeException other) {
        // the next way of writing it
      }
    }
    for (DateTimeFormatter format : DAYS) {
      try {
        Instant at = LocalDate.parse(text, format).atStartOfDay().toInstant(ZoneOffset.UTC);
        return Optional.of(new TypedTime(at, OccurredPrecision.DAY));
      } catch (DateTimeException other) {
        // the next way of writing it
      }
    }
    return Optional.empty();
  }

  /** As somebody would type it; empty for null. */
  static String of(Instant at, OccurredPrecision precision) {
    if (at == null) {
      return "";
    }
    return switch (precision) {
      case DAY -> DAY.format(at);
      case HOUR -> "about " + MINUTE.format(at);
      case EXACT -> MINUTE.format(at);
    };
  }
}
