package org.csoalliance.incident.list;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/**
 * How a list is read.
 *
 * @param sourceName whose list it is, such as {@code ReCAAP ISC}
 * @param columns the column of the file for each field; a field without one is not read
 * @param dateFormat one of {@link #DATE_FORMATS}
 * @param zone of times without one, such as {@code UTC} or {@code Asia/Singapore}
 * @param kinds the source's words for kinds, in small letters
 * @param otherwise the kind of what they do not say
 * @param tlp the label of its incidents: AMBER, GREEN or CLEAR
 * @param status REPORTED, or CONFIRMED where the source checks
 */
public record ListMapping(
    String sourceName,
    Map<ListField, String> columns,
    String dateFormat,
    String zone,
    Map<String, IncidentKind> kinds,
    IncidentKind otherwise,
    Tlp tlp,
    IncidentStatus status) {

  /** The forms of a date, as patterns of java.time; a time may follow each. */
  public static final List<String> DATE_FORMATS =
      List.of(
          "uuuu-MM-dd",
          "dd/MM/uuuu",
          "MM/dd/uuuu",
          "dd.MM.uuuu",
          "dd-MM-uuuu",
          "d MMM uuuu",
          "d-MMM-uuuu",
          "uuuuMMdd");

  private static final int MOST_NAME = 60;
  private static final int MOST_KINDS = 300;

  /** Copies the maps. */
  public ListMapping {
    columns = columns.isEmpty() ? Map.of() : Map.copyOf(columns);
    kinds = Map.copyOf(kinds);
  }

  /**
   * Checks what an editor chose.
   *
   * @param header the columns of the file
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public ListMapping checked(List<String> header) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String name = PlainText.line(sourceName, MOST_NAME + 1);
    if (name.length() < 2 || name.length() > MOST_NAME) {
      wrong.put("sourceName", "Say whose list it is, in 2 to 60 characters.");
    }
    for (Map.Entry<ListField, String> column : columns.entrySet()) {
      if (!header.contains(column.getValue())) {
        wrong.put(column.getKey().name(), "The file has no column “" + column.getValue() + "”.");
      }
    }
    if (!columns.containsKey(ListField.DATE)) {
      wrong.put("DATE", "Choose the column that holds the date.");
    }
    boolean halves =
        columns.containsKey(ListField.LATITUDE) && columns.containsKey(ListField.LONGITUDE);
    if (!halves
        && !columns.containsKey(ListField.POSITION)
        && !columns.containsKey(ListField.AREA)) {
      wrong.put(
          "POSITION", "Choose where the place stands: a position, both halves of it, or an area.");
    }
    if (columns.containsKey(ListField.LATITUDE) != columns.containsKey(ListField.LONGITUDE)) {
      wrong.put("LATITUDE", "Choose both latitude and longitude, or neither.");
    }
    if (!columns.containsKey(ListField.TEXT) && !columns.containsKey(ListField.TITLE)) {
      wrong.put("TEXT", "Choose the column that tells what happened.");
    }
    if (!DATE_FORMATS.contains(dateFormat)) {
      wrong.put("dateFormat", "Choose how the dates are written.");
    }
    if (!isZone(zone)) {
      wrong.put(
          "zone", "This is no time zone. Write UTC, +08:00 or a name such as Asia/Singapore.");
    }
    if (otherwise == null) {
      wrong.put("otherwise", "Choose the kind of rows that the table of kinds does not know.");
    }
    if (tlp != Tlp.AMBER && tlp != Tlp.GREEN && tlp != Tlp.CLEAR) {
      wrong.put("tlp", "Choose TLP:AMBER, TLP:GREEN or TLP:CLEAR.");
    }
    if (status != IncidentStatus.REPORTED && status != IncidentStatus.CONFIRMED) {
      wrong.put("status", "Choose whether the source checks what it publishes.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new ListMapping(name, columns, dateFormat, zone.strip(), kinds, otherwise, tlp, status);
  }

  private static boolean isZone(String zone) {
    try {
      return zone != null && ZoneId.of(zone.strip()) != null;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /**
   * Reads a table of kinds, a line each: {@code armed robbery = ROBBERY}.
   *
   * @throws InvalidException field {@code kinds}, with the line that cannot be read
   */
  public static Map<String, IncidentKind> kinds(String typed) {
    Map<String, IncidentKind> kinds = new LinkedHashMap<>();
    int number = 0;
    for (String line : typed == null ? new String[0] : typed.split("\\R")) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      int at = line.lastIndexOf('=');
      IncidentKind kind = at < 0 ? null : kind(line.substring(at + 1));
      if (kind == null || line.substring(0, at).isBlank() || kinds.size() >= MOST_KINDS) {
        throw new InvalidException(
            "kinds",
            "Line "
                + number
                + " cannot be read. Write the source's word, an equals sign and one of our kinds:"
                + " armed robbery = ROBBERY.");
      }
      kinds.put(line.substring(0, at).strip().toLowerCase(Locale.ROOT), kind);
    }
    return kinds;
  }

  /** One of our kinds by its name, null when it is none. */
  static IncidentKind kind(String typed) {
    String name = typed.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (IncidentKind kind : IncidentKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  /** As it is kept. */
  public String json() {
    JsonObjectBuilder into = Json.createObjectBuilder();
    columns.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> into.add(each.getKey().name(), each.getValue()));
    JsonObjectBuilder words = Json.createObjectBuilder();
    kinds.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> words.add(each.getKey(), each.getValue().name()));
    return Json.createObjectBuilder()
        .add("sourceName", sourceName)
        .add("columns", into)
        .add("dateFormat", dateFormat)
        .add("zone", zone)
        .add("kinds", words)
        .add("otherwise", otherwise.name())
        .add("tlp", tlp.name())
        .add("status", status.name())
        .build()
        .toString();
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalStateException when it is none
   */
  public static ListMapping of(String json) {
    try {
      JsonObject read = Json.createReader(new StringReader(json)).readObject();
      Map<ListField, String> columns = new EnumMap<>(ListField.class);
      read.getJsonObject("columns")
          .forEach(
              (field, column) ->
                  columns.put(ListField.valueOf(field), ((JsonString) column).getString()));
      Map<String, IncidentKind> kinds = new LinkedHashMap<>();
      read.getJsonObject("kinds")
          .forEach(
              (word, kind) ->
                  kinds.put(word, IncidentKind.valueOf(((JsonString) kind).getString())));
      return new ListMapping(
          read.getString("sourceName"),
          columns,
          read.getString("dateFormat"),
          read.getString("zone"),
          kinds,
          IncidentKind.valueOf(read.getString("otherwise")),
          Tlp.valueOf(read.getString("tlp")),
          IncidentStatus.valueOf(read.getString("status")));
    } catch (JsonException | IllegalArgumentException | NullPointerException broken) {
      throw new IllegalStateException("This mapping cannot be read", broken);
    }
  }
}
