package org.csoalliance.incident;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A long report that was begun, as it was typed.
 *
 * @param key makes the report that is sent one, however often it is sent
 * @param form the name of the form
 * @param reference the report that is added to; empty: a new one
 * @param baseNumber the version that was seen when the draft was begun; 0: a new report
 * @param answers texts by the names of the inputs
 * @param updatedAt when the last answer was kept; null: never
 */
public record ReportDraft(
    UUID key,
    String form,
    String reference,
    int baseNumber,
    Map<String, List<String>> answers,
    Instant updatedAt) {

  /** The answers as they are kept. */
  JsonObject json() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    answers.forEach(
        (name, values) -> {
          JsonArrayBuilder array = Json.createArrayBuilder();
          values.forEach(array::add);
          json.add(name, array);
        });
    return json.build();
  }

  static Map<String, List<String>> answers(JsonValue json) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    json.asJsonObject()
        .forEach(
            (name, values) ->
                answers.put(
                    name,
                    values.asJsonArray().getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()));
    return answers;
  }
}
