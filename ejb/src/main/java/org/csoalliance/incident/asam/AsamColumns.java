package org.csoalliance.incident.asam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;

/** Where each column of an ASAM file stands, by the names in its header, in any order. */
final class AsamColumns {
  static final String REFERENCE = "reference";
  static final String DATE = "date";
  static final String POSITION = "position";
  static final String LATITUDE = "latitude";
  static final String LONGITUDE = "longitude";
  static final String NAV_AREA = "navarea";
  static final String HOSTILITY = "hostility";
  static final String VICTIM = "victim";
  static final String DESCRIPTION = "description";

  private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

  static {
    REQUIRED.put(REFERENCE, "reference");
    REQUIRED.put(DATE, "date");
    REQUIRED.put(POSITION, "position");
    REQUIRED.put(NAV_AREA, "navArea");
    REQUIRED.put("subreg", "subreg");
    REQUIRED.put(HOSTILITY, "hostility");
    REQUIRED.put(VICTIM, "victim");
    REQUIRED.put(DESCRIPTION, "description");
  }

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final int count;

  private AsamColumns(int count) {
    this.count = count;
  }

  /**
   * Reads the header.
   *
   * @throws InvalidException when a column is lacking or stands there twice
   */
  static AsamColumns of(List<String> header) {
    AsamColumns columns = new AsamColumns(header.size());
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip().toLowerCase(Locale.ROOT);
      // NGA's header ends with a comma: its last column has no name and no content.
      if (!name.isEmpty() && columns.places.put(name, i) != null && REQUIRED.containsKey(name)) {
        throw new InvalidException("file", "The column " + REQUIRED.get(name) + " is there twice.");
      }
    }
    List<String> lacking = new ArrayList<>();
    boolean halves = columns.places.containsKey(LATITUDE) && columns.places.containsKey(LONGITUDE);
    REQUIRED.forEach(
        (name, shown) -> {
          boolean there = columns.places.containsKey(name) || name.equals(POSITION) && halves;
          if (!there) {
            lacking.add(shown);
          }
        });
    if (lacking.size() == REQUIRED.size()) {
      throw new InvalidException(
          "file", "This is no ASAM list: its first line does not name the columns.");
    } else if (!lacking.isEmpty()) {
      throw new InvalidException(
          "file",
          "The file lacks the column"
              + (lacking.size() == 1 ? " " : "s ")
              + String.join(", ", lacking)
              + ".");
    }
    return columns;
  }

  /** How many columns a whole row has. */
  int count() {
    return count;
  }

  /** The value of the column, empty when the file has no such column. */
  String value(AsamFile.Row row, String column) {
    Integer place = places.get(column);
    return place == null ? "" : row.values().get(place);
  }
}
