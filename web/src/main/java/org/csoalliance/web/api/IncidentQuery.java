package org.csoalliance.web.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.platform.error.InvalidException;

/**
 * The parameters of an address that selects incidents. An unknown one is refused: a mistyped filter
 * must not select everything.
 *
 * @param filter never null
 * @param limit null when none was given
 * @param cursor null when none was given
 * @param zoom null when none was given
 */
record IncidentQuery(IncidentFilter filter, Integer limit, String cursor, Integer zoom) {
  static final int LIMIT = 25;
  static final int MOST = 1000;

  /** The parameters of lists and exports: the filter, limit and cursor. */
  static IncidentQuery ofList(MultivaluedMap<String, String> parameters) {
    return read(parameters, Set.of("limit", "cursor"));
  }

  /** The parameters of the map: the filter, of which bbox is what the map shows, and zoom. */
  static IncidentQuery ofMap(MultivaluedMap<String, String> parameters) {
    return read(parameters, Set.of("zoom"));
  }

  /** The parameters of figures: the filter alone. */
  static IncidentQuery ofFigures(MultivaluedMap<String, String> parameters) {
    return read(parameters, Set.of());
  }

  private static IncidentQuery read(
      MultivaluedMap<String, String> parameters, Set<String> furtherNames) {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (String name : parameters.keySet()) {
      if (!IncidentFilter.PARAMETERS.contains(name) && !furtherNames.contains(name)) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        wrong.put(shown, "There is no parameter “" + shown + "” here.");
      }
    }
    if (parameters.containsKey("radius_nm")
        && !parameters.containsKey("near")
        && !parameters.containsKey("port")) {
      wrong.put(
          "radius_nm", "The distance needs a place to measure from: near, or the code of a port.");
    }
    Integer limit = number(parameters, "limit", 1, MOST, wrong);
    Integer zoom = number(parameters, "zoom", 0, 18, wrong);
    IncidentFilter filter = null;
    try {
      filter = IncidentFilter.parse(parameters);
    } catch (InvalidException invalid) {
      invalid.fields().forEach(wrong::putIfAbsent);
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    String cursor = parameters.getFirst("cursor");
    return new IncidentQuery(
        filter, limit, cursor == null || cursor.isBlank() ? null : cursor.strip(), zoom);
  }

  private static Integer number(
      Map<String, List<String>> parameters,
      String name,
      int least,
      int most,
      Map<String, String> wrong) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    String text = values.get(values.size() - 1).strip();
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    wrong.put(name, "For " + name + ", use a whole number from " + least + " to " + most + ".");
    return null;
  }
}
