package org.csoalliance.incident.list;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A FeatureCollection (RFC 7946) as a list: its properties are columns, and the two halves of a
 * point stand beside them. A height is left out; other shapes than points give no position.
 */
final class GeoJsonList {
  private static final String LATITUDE = "geometry latitude";
  private static final String LONGITUDE = "geometry longitude";
  private static final int DEEPEST = 40;

  private GeoJsonList() {}

  static ListFile read(String text) {
    shallow(text);
    JsonObject all;
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      all = reader.readObject();
    } catch (JsonException | IllegalStateException broken) {
      throw ListFile.refused("This GeoJSON cannot be read, or it ends too early. Export it anew.");
    }
    if (!(all.get("features") instanceof JsonArray features)
        || !"FeatureCollection".equals(text(all.get("type")))) {
      throw ListFile.refused("This is no GeoJSON list: its type must be FeatureCollection.");
    }
    Set<String> names = new LinkedHashSet<>(List.of(LATITUDE, LONGITUDE));
    for (JsonValue feature : features) {
      if (feature instanceof JsonObject object
          && object.get("properties") instanceof JsonObject properties) {
        names.addAll(properties.keySet());
      }
    }
    List<String> header = List.copyOf(names);
    List<ListFile.Row> rows = new ArrayList<>();
    for (int n = 0; n < features.size(); n++) {
      rows.add(
          features.get(n) instanceof JsonObject feature
              ? row(n + 1, feature, header)
              : new ListFile.Row(n + 1, List.of(), "This is no feature."));
    }
    return new ListFile(header, rows, "");
  }

  private static ListFile.Row row(int number, JsonObject feature, List<String> header) {
    JsonObject properties =
        feature.get("properties") instanceof JsonObject object
            ? object
            : JsonValue.EMPTY_JSON_OBJECT;
    String latitude = "";
    String longitude = "";
    if (feature.get("geometry") instanceof JsonObject geometry
        && "Point".equals(text(geometry.get("type")))
        && geometry.get("coordinates") instanceof JsonArray at
        && at.size() >= 2
        && at.get(0) instanceof JsonNumber x
        && at.get(1) instanceof JsonNumber y) {
      latitude = String.valueOf(y.doubleValue());
      longitude = String.valueOf(x.doubleValue());
    }
    List<String> values = new ArrayList<>(List.of(latitude, longitude));
    for (String name : header.subList(2, header.size())) {
      values.add(text(properties.get(name)));
    }
    return new ListFile.Row(number, values, null);
  }

  private static String text(JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  /** Counts the depth before anything is built of it. */
  private static void shallow(String text) {
    int depth = 0;
    boolean string = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (string) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          string = false;
        }
      } else if (c == '"') {
        string = true;
      } else if (c == '{' || c == '[') {
        if (++depth > DEEPEST) {
          throw ListFile.refused("This GeoJSON is nested deeper than a list is. Export it anew.");
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
  }
}
