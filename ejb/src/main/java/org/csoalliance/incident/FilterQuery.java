package org.csoalliance.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes an {@link IncidentFilter} into an address: one fixed order, one way to write a value. */
final class FilterQuery {
  private final StringBuilder query = new StringBuilder();

  static String of(IncidentFilter filter) {
    FilterQuery q = new FilterQuery();
    q.list("kind", filter.kinds());
    q.list("status", filter.statuses());
    q.list("severity", filter.severities());
    if (filter.from() != null) {
      q.add("from", time(filter.from(), false));
    }
    if (filter.to() != null) {
      q.add("to", time(filter.to(), true));
    }
    if (filter.bbox() != null) {
      q.add(
          "bbox",
          number(filter.bbox().west())
              + ","
              + number(filter.bbox().south())
              + ","
              + number(filter.bbox().east())
              + ","
              + number(filter.bbox().north()));
    }
    if (filter.near() != null) {
      q.add("near", number(filter.near().latitude()) + "," + number(filter.near().longitude()));
      q.add("radius_nm", number(filter.radiusNm()));
    }
    q.words("port", filter.port());
    if (filter.near() == null && filter.radiusNm() != null) {
      q.add("radius_nm", number(filter.radiusNm()));
    }
    q.words("area", filter.area());
    q.words("text", filter.text());
    q.list("tlp", filter.tlps());
    q.list("source", filter.sources());
    if (filter.sort() != IncidentFilter.Sort.NEWEST) {
      q.add("sort", filter.sort().name());
    }
    return q.query.toString();
  }

  private void list(String name, Collection<? extends Comparable<?>> values) {
    if (!values.isEmpty()) {
      add(name, values.stream().sorted().map(Object::toString).collect(Collectors.joining(",")));
    }
  }

  private void words(String name, String value) {
    if (value != null) {
      add(name, URLEncoder.encode(value, UTF_8));
    }
  }

  private void add(String name, String encoded) {
    query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(encoded);
  }

  /** Whole days are written as days; the day that ends a period is the last one inside it. */
  private static String time(Instant instant, boolean end) {
    OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
    if (utc.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return (end ? utc.minusDays(1) : utc).toLocalDate().toString();
    }
    return instant.toString();
  }

  private static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
