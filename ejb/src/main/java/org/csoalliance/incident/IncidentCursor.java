package org.csoalliance.incident;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.csoalliance.platform.error.InvalidException;

/**
 * The place in a list where a page ends: the keys of its row. Paging by keys loses and doubles no
 * row when others come in between, and costs the same on each page.
 *
 * @param sort the order it belongs to
 * @param forward whether the page after it is meant, or the one before
 * @param severity only for {@link IncidentFilter.Sort#GRAVEST}; null: not rated
 * @param time occurrence, or the last news for {@link IncidentFilter.Sort#UPDATED}
 */
record IncidentCursor(
    IncidentFilter.Sort sort, boolean forward, Integer severity, Instant time, long id) {
  private static final Pattern FORM =
      Pattern.compile("([A-Z]{3,10}):([fb]):([1-4-]):(-?\\d{1,18}):(\\d{1,18})");

  static IncidentCursor of(IncidentFilter.Sort sort, boolean forward, IncidentRow row) {
    return new IncidentCursor(
        sort,
        forward,
        sort == IncidentFilter.Sort.GRAVEST ? row.full().severity() : null,
        sort == IncidentFilter.Sort.UPDATED ? row.newsAt() : row.full().occurredAt(),
        row.full().id());
  }

  String encode() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    String keys =
        sort + (forward ? ":f:" : ":b:") + (severity == null ? "-" : severity) + ":" + micros;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((keys + ":" + id).getBytes(US_ASCII));
  }

  static IncidentCursor decode(String text, IncidentFilter.Sort sort) {
    try {
      Matcher keys = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), US_ASCII));
      if (keys.matches() && keys.group(1).equals(sort.name())) {
        return new IncidentCursor(
            sort,
            keys.group(2).equals("f"),
            keys.group(3).equals("-") ? null : Integer.valueOf(keys.group(3)),
            Instant.EPOCH.plus(Long.parseLong(keys.group(4)), ChronoUnit.MICROS),
            Long.parseLong(keys.group(5)));
      }
    } catch (IllegalArgumentException none) {
      // told below
    }
    throw new InvalidException(
        "cursor", "This cursor is not of this list. Begin again at the first page.");
  }

  /** Adds the condition that a row lies beyond this place. */
  void add(SqlText sql) {
    boolean down = forward == (sort != IncidentFilter.Sort.OLDEST);
    String column = sort == IncidentFilter.Sort.UPDATED ? "i.news_at" : "i.occurred_at";
    String beyond = "(" + column + ", i.id) " + (down ? "<" : ">") + " (?, ?)";
    if (sort != IncidentFilter.Sort.GRAVEST) {
      sql.add(beyond, time, id);
    } else if (severity == null) {
      sql.add(
          (forward ? "(i.severity is null and " : "(i.severity is not null or ") + beyond + ")",
          time,
          id);
    } else {
      sql.add(forward ? "(i.severity > ? or i.severity is null" : "(i.severity < ?", severity);
      sql.add(" or (i.severity = ? and " + beyond + "))", severity, time, id);
    }
  }

  /** The order in which rows are read; backward pages are turned round afterwards. */
  static String order(IncidentFilter.Sort sort, boolean forward) {
    String down = forward ? " desc" : " asc";
    String up = forward ? " asc" : " desc";
    return switch (sort) {
      case NEWEST -> "i.occurred_at" + down + ", i.id" + down;
      case OLDEST -> "i.occurred_at" + up + ", i.id" + up;
      case UPDATED -> "i.news_at" + down + ", i.id" + down;
      case GRAVEST ->
          "i.severity"
              + (forward ? " asc nulls last" : " desc nulls first")
              + ", i.occurred_at"
              + down
              + ", i.id"
              + down;
    };
  }
}
