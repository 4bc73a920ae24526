package org.csoalliance.web.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentFilter.Sort;
import org.csoalliance.platform.error.InvalidException;

/** The filters of the list as they stand in the address, read or refused. */
public final class FilterForm {
  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private final Map<String, String> wrong = new LinkedHashMap<>();
  private IncidentFilter filter;

  /** Takes what the address says; parameters that are no filter are left alone. */
  public FilterForm(Map<String, String[]> parameters) {
    for (String name : IncidentFilter.PARAMETERS) {
      List<String> values =
          Arrays.stream(parameters.getOrDefault(name, new String[0]))
              .filter(value -> value != null && !value.isBlank())
              .toList();
      if (!values.isEmpty()) {
        given.put(name, values);
      }
    }
    try {
      filter = IncidentFilter.parse(given);
    } catch (InvalidException refused) {
      wrong.putAll(refused.fields());
    }
  }

  /** Null when a filter cannot be used. */
  public IncidentFilter filter() {
    return filter;
  }

  /** A sentence for each filter that cannot be used. */
  public Map<String, String> wrong() {
    return wrong;
  }

  /** The value as it was given, several with commas; empty when it was not. */
  public String value(String name) {
    return String.join(",", given.getOrDefault(name, List.of()));
  }

  /** How many filters are set, the order not counted. */
  long count() {
    return given.keySet().stream()
        .filter(name -> !name.equals("sort") && !name.equals("radius_nm"))
        .count();
  }

  /** The same selection without one of its limits of place: bbox, near, port, area or tlp. */
  public static IncidentFilter without(IncidentFilter f, String limit) {
    boolean near = limit.equals("near") || limit.equals("port");
    return new IncidentFilter(
        f.kinds(),
        f.statuses(),
        f.severities(),
        f.from(),
        f.to(),
        limit.equals("bbox") ? null : f.bbox(),
        near ? null : f.near(),
        near ? null : f.radiusNm(),
        limit.equals("port") ? null : f.port(),
        limit.equals("area") ? null : f.area(),
        f.text(),
        limit.equals("tlp") ? java.util.Set.of() : f.tlps(),
        f.sources(),
        f.sort());
  }

  /** What an alert can watch of a selection: place and kinds. */
  static IncidentFilter watchable(IncidentFilter f) {
    return new IncidentFilter(
        f.kinds(),
        java.util.Set.of(),
        java.util.Set.of(),
        null,
        null,
        f.bbox(),
        f.near(),
        f.radiusNm(),
        null,
        null,
        java.util.Set.of(),
        java.util.Set.of(),
        Sort.NEWEST);
  }

  /** Joins the parts of a query that are not empty. */
  public static String query(String... parts) {
    List<String> filled = new ArrayList<>();
    for (String part : parts) {
      if (part != null && !part.isEmpty()) {
        filled.add(part);
      }
    }
    return filled.isEmpty() ? "" : "?" + String.join("&", filled);
  }
}
