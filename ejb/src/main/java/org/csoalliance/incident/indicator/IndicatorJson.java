package org.csoalliance.incident.indicator;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.sharing.Tlp;

/** Reads indicators as the answers of a form keep them; what it does not understand is left out. */
final class IndicatorJson {
  private static final int MOST_VALUE = 1_000;

  private IndicatorJson() {}

  /**
   * The indicators.
   *
   * @param json an array of objects with {@code type, value} and perhaps {@code note, tlp}
   * @param incident the label of the incident, which none of them is wider than
   */
  static List<Indicator> read(String json, Tlp incident) {
    List<Indicator> found = new ArrayList<>();
    if (json == null) {
      return found;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      if (reader.readValue() instanceof JsonArray all) {
        for (JsonValue each : all) {
          if (each instanceof JsonObject object) {
            indicator(object, incident).ifPresent(found::add);
          }
        }
      }
    } catch (JsonException unreadable) {
      return List.of();
    }
    return found;
  }

  private static Optional<Indicator> indicator(JsonObject object, Tlp incident) {
    String value = Refanged.of(text(object, "value"));
    if (value.isEmpty() || value.length() > MOST_VALUE) {
      return Optional.empty();
    }
    String label = text(object, "tlp");
    // a label that cannot be read must not open what it was to close
    Optional<Tlp> own = label.isEmpty() ? Optional.of(incident) : Tlp.parse(label);
    Tlp narrower = own.orElse(Tlp.RED).compareTo(incident) < 0 ? own.orElse(Tlp.RED) : incident;
    String type = text(object, "type");
    return Arrays.stream(IndicatorType.values())
        .filter(known -> known.name().equals(type))
        .findFirst()
        .map(known -> new Indicator(known, value, text(object, "note"), narrower));
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.getString().strip() : "";
  }
}
