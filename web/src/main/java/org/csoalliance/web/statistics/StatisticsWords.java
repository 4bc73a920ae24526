package org.csoalliance.web.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.web.incident.IncidentWords;
import org.csoalliance.web.shared.Bundles;

/** Words of the figures. */
final class StatisticsWords {
  static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private static final Map<String, String> TEXTS = Bundles.read("statistics");
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private StatisticsWords() {}

  /** A text by its key. */
  static String text(String key) {
    return TEXTS.getOrDefault(key, key);
  }

  /** The words of a key in a table of figures. */
  static String of(String table, String key) {
    if (key == null) {
      return text(table + ".none");
    }
    return switch (table) {
      case "kind", "status", "severity" -> IncidentWords.text(table + '.' + key);
      case "month" -> MONTH.format(YearMonth.from(LocalDate.parse(key)));
      case "area", "shipType", "year" -> key;
      default -> text(table + '.' + key);
    };
  }

  /** A limit of place as a sentence for each that a filter has, by its parameter. */
  static Map<String, String> places(IncidentFilter filter, String portName, String areaName) {
    Map<String, String> places = new java.util.LinkedHashMap<>();
    if (filter.port() != null) {
      places.put(
          "port",
          portName == null
              ? "Place: “" + filter.port() + "”"
              : miles(filter.radiusNm()) + " NM round " + portName);
    }
    if (filter.near() != null) {
      places.put("near", miles(filter.radiusNm()) + " NM round " + filter.near().format());
    }
    if (filter.bbox() != null) {
      places.put("bbox", "In the box of the map");
    }
    if (filter.area() != null) {
      places.put("area", areaName == null ? filter.area() : "In " + areaName);
    }
    if (filter.text() != null) {
      places.put("text", "Words: “" + filter.text() + "”");
    }
    return places;
  }

  static String miles(Double radius) {
    return String.format(Locale.ENGLISH, "%,d", Math.round(radius == null ? 50 : radius));
  }
}
