package org.csoalliance.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csoalliance.geography.SeaAreaSql;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;

/**
 * Turns a filter and a reader into the condition that list, count, map and export share. The
 * sharing policy is always part of it; the search looks into a ship's name only where this reader
 * may see it, so that what is found never tells what is hidden.
 */
final class IncidentConditions {
  /** When an incident counts as published: the public reads it if it is CLEAR as well. */
  static final String PUBLISHED = "i.status in ('CONFIRMED', 'DISPUTED')";

  private static final Pattern REFERENCE = Pattern.compile("(?=.*\\d)[A-Za-z0-9-]{3,20}");
  private static final Pattern IMO_BEFORE = Pattern.compile("(?i)^IMO *(?=\\d{7}$)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final double NM_PER_RADIAN = 10_800 / Math.PI;

  private IncidentConditions() {}

  /** Whether a status counts as published: the same rule as {@link #PUBLISHED}. */
  static boolean published(IncidentStatus status) {
    return status == IncidentStatus.CONFIRMED || status == IncidentStatus.DISPUTED;
  }

  /** A way to add the condition of a filter and a reader. */
  @FunctionalInterface
  interface Adding {
    /** Adds it, without the word where. */
    void add(SqlText sql, IncidentFilter filter, Reader reader);
  }

  /** What the reader may see of the filter, an event that is told twice with each account. */
  static void addEvery(SqlText sql, IncidentFilter filter, Reader reader) {
    sql.add(SharingPolicy.mayRead(reader, "i", PUBLISHED));
    selected(sql, filter, reader);
  }

  /** Adds a condition on {@code incident i}, without the word where, for a query of few rows. */
  static void add(SqlText sql, IncidentFilter filter, Reader reader) {
    sql.add(SharingPolicy.mayRead(reader, "i", PUBLISHED));
    once(sql, reader);
    selected(sql, filter, reader);
  }

  /** The same condition for a query that counts over many rows. */
  static void addForMany(SqlText sql, IncidentFilter filter, Reader reader) {
    sql.add(SharingPolicy.mayRead(reader, "i", PUBLISHED));
    onceOfMany(sql, reader);
    selected(sql, filter, reader);
  }

  private static void selected(SqlText sql, IncidentFilter filter, Reader reader) {
    if (filter.statuses().isEmpty()) {
      sql.add(" and i.status <> 'WITHDRAWN'");
    } else {
      sql.add(" and i.status").in(filter.statuses());
    }
    if (!filter.kinds().isEmpty()) {
      sql.add(" and i.kind").in(filter.kinds());
    }
    if (!filter.severities().isEmpty()) {
      sql.add(" and i.severity").in(filter.severities());
    }
    if (!filter.tlps().isEmpty()) {
      sql.add(" and i.tlp").in(filter.tlps());
    }
    if (!filter.sources().isEmpty()) {
      sql.add(" and i.source").in(filter.sources());
    }
    if (filter.from() != null) {
      sql.add(" and i.occurred_at >= ?", filter.from());
    }
    if (filter.to() != null) {
      sql.add(" and i.occurred_at < ?", filter.to());
    }
    if (filter.bbox() != null) {
      sql.add(" and ");
      within(sql, filter.bbox());
    }
    if (filter.near() != null) {
      sql.add(" and ");
      near(sql, filter.near(), filter.radiusNm());
    }
    if (filter.port() != null) {
      Arrays.stream(filter.port().split(" "))
          .limit(10)
          .forEach(word -> sql.add(" and i.area ilike ?", "%" + literal(word) + "%"));
    }
    if (filter.area() != null) {
      sql.add(" and ").add(SeaAreaSql.inside(filter.area(), "i.latitude", "i.longitude"));
    }
    if (filter.text() != null) {
      text(sql, filter.text(), reader);
    }
  }

  /**
   * An event that is told twice counts once: an account is left out where the reader sees the
   * incident that it is an account of, or an earlier account of that.
   */
  static void once(SqlText sql, Reader reader) {
    sql.add(" and (i.merged_into is null or ");
    alone(sql, reader, "i");
    sql.add(")");
  }

  /**
   * The same as a set that is made once. PostgreSQL reckons with a look at other rows for every row
   * otherwise, and takes an index for a million rows where reading them all is quicker.
   */
  private static void onceOfMany(SqlText sql, Reader reader) {
    sql.add(" and (i.merged_into is null or i.id in (select m.id from incident m")
        .add(" where m.merged_into is not null and ");
    alone(sql, reader, "m");
    sql.add("))");
  }

  /** The reader sees none of the accounts that stand before this one. */
  private static void alone(SqlText sql, Reader reader, String alias) {
    sql.add(
            "not exists (select 1 from incident s where (s.id = @.merged_into or"
                .replace("@", alias))
        .add(" (s.merged_into = @.merged_into and s.id < @.id)) and ".replace("@", alias))
        .add(SharingPolicy.mayRead(reader, "s", PUBLISHED.replace("i.", "s.")))
        .add(")");
  }

  /** Adds the condition of a box, which may cross the antimeridian. */
  static void within(SqlText sql, Box box) {
    sql.add("(i.latitude between ? and ? and ", box.south(), box.north());
    if (box.crossesAntimeridian()) {
      sql.add("(i.longitude >= ? or i.longitude <= ?))", box.west(), box.east());
    } else {
      sql.add("i.longitude between ? and ?)", box.west(), box.east());
    }
  }

  /** A box first, which an index can serve, then the great circle (haversine). */
  static void near(SqlText sql, Position centre, double radiusNm) {
    sql.add("(");
    within(sql, Box.around(centre, radiusNm));
    sql.add(
        " and ? * 2 * asin(least(1, sqrt(power(sin(radians(i.latitude - ?) / 2), 2)"
            + " + cos(radians(?)) * cos(radians(i.latitude))"
            + " * power(sin(radians(i.longitude - ?) / 2), 2)))) <= ?)",
        NM_PER_RADIAN,
        centre.latitude(),
        centre.latitude(),
        centre.longitude(),
        radiusNm);
  }

  /** Each way is one that an index serves, so that the database joins them. */
  private static void text(SqlText sql, String text, Reader reader) {
    sql.add(" and (i.search @@ websearch_to_tsquery('english', ?)", text);
    if (REFERENCE.matcher(text).matches()) {
      String upper = text.toUpperCase(Locale.ROOT);
      sql.add(" or i.reference like ?", literal(upper) + "%");
      // an index serves no expression here, so that each way of writing it is asked for
      Stream.of(text, upper, text.toLowerCase(Locale.ROOT))
          .distinct()
          .map(start -> literal(start) + "%")
          .forEach(
              start ->
                  sql.add(" or (i.source_reference <> '' and i.source_reference like ?)", start));
    }
    String names = names(text);
    if (!names.isEmpty()) {
      sql.add(" or (").add(SharingPolicy.mayKnowShip(reader, "i"));
      sql.add(" and i.names @@ to_tsquery('simple', ?))", names);
    }
    sql.add(")");
  }

  /** Every word as the beginning of one: {@code 'puffin':* & 'pac':*}; empty when there is none. */
  static String names(String text) {
    return NO_WORD
        .splitAsStream(IMO_BEFORE.matcher(text).replaceFirst(""))
        .filter(word -> !word.isEmpty())
        .map(word -> "'" + word + (word.length() > 1 ? "':*" : "'"))
        .collect(Collectors.joining(" & "));
  }

  private static String literal(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
