package org.csoalliance.web.taxii;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.csoalliance.incident.indicator.IndicatorService;

/**
 * What a client asks of a collection (TAXII 2.1, 3.4 and 3.5).
 *
 * @param addedAfter UTC, null: from the beginning
 * @param limit 1 to 1,000
 * @param next where the page before ended, null for the first page
 * @param ids empty: any
 * @param types empty: any
 * @param versions empty: the last one
 * @param specVersions empty: any
 */
record TaxiiQuery(
    Instant addedAfter,
    int limit,
    Next next,
    Set<String> ids,
    Set<String> types,
    Set<String> versions,
    Set<String> specVersions) {
  /** So many objects at once where the client says nothing. */
  static final int LIMIT = 100;

  /** The most objects at once. */
  static final int MOST = 1_000;

  private static final Pattern NEXT =
      Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})\\.([0-9]{1,18})\\.([0-9]{1,6})");

  /**
   * Where a page ended.
   *
   * @param from the incident before
   * @param within the incident that was handed over in part; 0 for what never changes
   * @param done how many objects of it were handed over
   */
  record Next(IndicatorService.From from, long within, int done) {
    /** As a client hands it back. */
    String token() {
      Instant at = from.changed();
      long micros = Math.addExact(at.getEpochSecond() * 1_000_000, at.getNano() / 1_000);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              (micros + "." + from.id() + "." + within + "." + done)
                  .getBytes(StandardCharsets.US_ASCII));
    }

    private static Next read(String token) {
      try {
        Matcher read =
            NEXT.matcher(
                new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII));
        if (read.matches()) {
          long micros = Long.parseLong(read.group(1));
          return new Next(
              new IndicatorService.From(
                  Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
                  Long.parseLong(read.group(2))),
              Long.parseLong(read.group(3)),
              Integer.parseInt(read.group(4)));
        }
      } catch (IllegalArgumentException none) {
        // said below
      }
      throw TaxiiError.bad("The value of next is none of ours. Begin again without it.");
    }
  }

  /** Reads the parameters; unknown ones are left alone, as other servers do. */
  static TaxiiQuery read(Map<String, String[]> parameters) {
    String next = one(parameters, "next");
    return new TaxiiQuery(
        time(one(parameters, "added_after")),
        limit(one(parameters, "limit")),
        next == null || next.isEmpty() ? null : Next.read(next),
        many(parameters, "match[id]"),
        many(parameters, "match[type]"),
        many(parameters, "match[version]"),
        many(parameters, "match[spec_version]"));
  }

  private static String one(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values[0].strip();
  }

  private static Set<String> many(Map<String, String[]> parameters, String name) {
    String value = one(parameters, name);
    return value == null || value.isEmpty()
        ? Set.of()
        : Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
  }

  private static Instant time(String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException none) {
      throw TaxiiError.bad("added_after is a time of RFC 3339, such as 2026-11-27T18:00:00Z.");
    }
  }

  private static int limit(String text) {
    if (text == null) {
      return LIMIT;
    }
    if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1) {
      throw TaxiiError.bad("limit is a whole number, 1 or more.");
    }
    return Math.min(Integer.parseInt(text), MOST);
  }

  /** Whether the client wants the object. Of each object there is its newest version alone. */
  boolean wants(JsonObject object) {
    return (ids.isEmpty() || ids.contains(object.getString("id")))
        && (types.isEmpty() || types.contains(object.getString("type")))
        && (specVersions.isEmpty() || specVersions.contains("2.1"))
        && (versions.isEmpty()
            || versions.contains("last")
            || versions.contains("first")
            || versions.contains("all")
            || versions.stream().anyMatch(version -> same(version, object)));
  }

  private static boolean same(String version, JsonObject object) {
    try {
      return Instant.parse(version).equals(Instant.parse(Entry.version(object)));
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** The same query for one object. */
  TaxiiQuery of(String id) {
    return new TaxiiQuery(addedAfter, limit, next, Set.of(id), types, versions, specVersions);
  }

  /**
   * An object of a collection.
   *
   * @param added when it was added, UTC
   */
  record Entry(JsonObject object, Instant added) {
    /** The version of an object: its change, or its making where it never changes. */
    static String version(JsonObject object) {
      return object.getString("modified", object.getString("created"));
    }
  }
}
