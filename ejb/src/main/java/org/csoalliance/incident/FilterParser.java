package org.csoalliance.incident;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/** Reads an {@link IncidentFilter} from the parameters of an address, with a sentence for each. */
final class FilterParser {
  static final double DEFAULT_RADIUS_NM = 50;
  private static final int MOST_CHARACTERS = 200;
  private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
  private static final DateTimeFormatter AS_SHOWN =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM uuuu")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,6}(\\.\\d{1,30})?");

  private static final Pattern DECIMAL = Pattern.compile("[+-]?[\\d.]+ *, *[+-]?[\\d.]+");

  private final Map<String, List<String>> parameters;
  private final Map<String, String> wrong = new LinkedHashMap<>();

  FilterParser(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  IncidentFilter parse() {
    Set<IncidentKind> kinds =
        choices("kind", "kind", word -> constant(IncidentKind.class, word), IncidentKind.values());
    Set<IncidentStatus> statuses =
        choices(
            "status",
            "status",
            word -> constant(IncidentStatus.class, word),
            IncidentStatus.values());
    Set<Integer> severities =
        choices("severity", "severity", FilterParser::severity, new Integer[] {1, 2, 3, 4});
    Instant from = time("from", false);
    Instant to = time("to", true);
    if (from != null && to != null && !from.isBefore(to)) {
      wrong.put("to", "The end must be later than the start. Change one of the two dates.");
    }
    Box bbox = bbox();
    Position near = near();
    String port = words("port");
    Double radius = radius(near != null || wrong.containsKey("near"), port);
    String area = area();
    String text = words("text");
    Set<Tlp> tlps = choices("tlp", "label", FilterParser::tlp, Tlp.values());
    Set<IncidentSource> sources =
        choices(
            "source",
            "source",
            word -> constant(IncidentSource.class, word),
            IncidentSource.values());
    IncidentFilter.Sort sort =
        choice(
                "sort",
                "order",
                word -> constant(IncidentFilter.Sort.class, word),
                IncidentFilter.Sort.values())
            .orElse(IncidentFilter.Sort.NEWEST);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new IncidentFilter(
        kinds,
        statuses,
        severities,
        from,
        to,
        bbox,
        near,
        radius,
        port,
        area,
        text,
        tlps,
        sources,
        sort);
  }

  private List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (String value : parameters.getOrDefault(name, List.of())) {
      if (value != null && !value.isBlank()) {
        values.add(value.strip());
      }
    }
    return values;
  }

  /** The last one given wins, as in a link to which a form adds its own. */
  private String last(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }

  private <T extends Comparable<? super T>> Set<T> choices(
      String name, String noun, Function<String, Optional<T>> reader, T[] allowed) {
    TreeSet<T> chosen = new TreeSet<>();
    for (String value : all(name)) {
      for (String word : value.split(",", -1)) {
        if (!word.isBlank()) {
          Optional<T> read = reader.apply(word.strip());
          read.ifPresentOrElse(chosen::add, () -> refuse(name, noun, word, allowed));
        }
      }
    }
    return chosen;
  }

  private <T extends Comparable<? super T>> Optional<T> choice(
      String name, String noun, Function<String, Optional<T>> reader, T[] allowed) {
    String value = last(name);
    if (value == null) {
      return Optional.empty();
    }
    Optional<T> read = reader.apply(value);
    if (read.isEmpty()) {
      refuse(name, noun, value, allowed);
    }
    return read;
  }

  private void refuse(String name, String noun, String word, Object[] allowed) {
    wrong.put(
        name,
        "There is no "
            + noun
            + " “"
            + shortened(word.strip())
            + "”. Use one or more of "
            + String.join(", ", Arrays.stream(allowed).map(Object::toString).toList())
            + ".");
  }

  private static String shortened(String word) {
    String clean = TypedText.line(word);
    return clean.length() <= 40 ? clean : clean.substring(0, 40) + "…";
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst();
  }

  /** A plus sign in an address arrives as a blank: AMBER+STRICT as "AMBER STRICT". */
  private static Optional<Tlp> tlp(String word) {
    return Tlp.parse(word.replace(' ', '_').replace('-', '_'));
  }

  private static Optional<Integer> severity(String word) {
    return word.matches("[1-4]") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
  }

  private Instant time(String name, boolean end) {
    String value = last(name);
    if (value == null) {
      return null;
    }
    Instant time = date(value).map(day -> start(end ? day.plusDays(1) : day)).orElse(null);
    if (time == null) {
      try {
        // a plus sign of an offset arrives as a blank
        String typed = value.toUpperCase(Locale.ROOT).replace(' ', '+');
        time = OffsetDateTime.parse(typed).toInstant().truncatedTo(ChronoUnit.MICROS);
      } catch (DateTimeParseException none) {
        wrong.put(
            name,
            "“"
                + shortened(value)
                + "” is no date. Write it as 16 Nov 2026, 2026-11-16 or 2026-11-16T04:15:00Z.");
        return null;
      }
    }
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      wrong.put(name, "Use a year from 1800 to 2999.");
      return null;
    }
    return time;
  }

  private static Optional<LocalDate> date(String value) {
    for (DateTimeFormatter format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, AS_SHOWN)) {
      try {
        return Optional.of(LocalDate.parse(value, format));
      } catch (DateTimeParseException next) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private Box bbox() {
    String value = last("bbox");
    if (value == null) {
      return null;
    }
    String[] parts = value.split(",", -1);
    Double[] n =
        Arrays.stream(parts).map(p -> number(p.strip()).orElse(null)).toArray(Double[]::new);
    if (n.length == 4 && Arrays.stream(n).noneMatch(x -> x == null)) {
      try {
        return new Box(n[1], n[0], n[3], n[2]);
      } catch (IllegalArgumentException outside) {
        wrong.put(
            "bbox",
            "The box must lie between latitude -90 and 90 and longitude -180 and 180, with south"
                + " below north. The order is west, south, east, north.");
        return null;
      }
    }
    wrong.put(
        "bbox", "A box is four numbers in degrees: west, south, east, north. Such as 103,1,105,2.");
    return null;
  }

  private Position near() {
    String value = last("near");
    if (value == null) {
      return null;
    }
    boolean twoNumbers = DECIMAL.matcher(value).matches();
    Position position = (twoNumbers ? decimal(value) : Position.parse(value)).orElse(null);
    if (position == null) {
      wrong.put(
          "near",
          "“"
              + shortened(value)
              + "” is no position. Write it as 01-14N 104-03E or 1.2333,104.05.");
    }
    return position;
  }

  private static Optional<Position> decimal(String value) {
    String[] parts = value.split(",", -1);
    double latitude = number(parts[0].strip()).orElse(91.0);
    double longitude = number(parts[1].strip()).orElse(181.0);
    boolean inside = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return inside ? Optional.of(new Position(latitude, longitude)) : Optional.empty();
  }

  /** A radius round a position has a size even if none is given; round a port it may have none. */
  private Double radius(boolean wanted, String port) {
    String value = last("radius_nm");
    boolean locode = port != null && port.matches("[A-Za-z]{2}[A-Za-z0-9]{3}");
    if (!wanted && (!locode || value == null)) {
      return null;
    }
    if (value == null) {
      return DEFAULT_RADIUS_NM;
    }
    Optional<Double> radius = number(value).filter(r -> r >= 1 && r <= 2000);
    if (radius.isEmpty()) {
      wrong.put("radius_nm", "The distance must be a number from 1 to 2000 nautical miles.");
    }
    return radius.orElse(null);
  }

  private String area() {
    String value = last("area");
    if (value != null && !value.matches("[a-z0-9-]{1,80}")) {
      wrong.put(
          "area", "There is no sea area “" + shortened(value) + "”. Choose one on the page Areas.");
      return null;
    }
    return value;
  }

  private static Optional<Double> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text).doubleValue() + 0.0)
        : Optional.empty();
  }

  private String words(String name) {
    String value = last(name);
    String line = value == null ? "" : TypedText.line(value);
    if (line.length() > MOST_CHARACTERS) {
      wrong.put(name, "Search with at most " + MOST_CHARACTERS + " characters.");
      return null;
    }
    return line.isEmpty() ? null : line;
  }
}
