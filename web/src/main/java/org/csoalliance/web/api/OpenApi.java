package org.csoalliance.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.csoalliance.incident.form.FormCatalog;

/** The description of the interface: one document, made of a part for each feature. */
final class OpenApi {
  private static final List<String> PARTS =
      List.of(
          "openapi.json",
          "openapi-events.json",
          "openapi-door.json",
          "openapi-firstresponse.json",
          "openapi-attachments.json",
          "openapi-reviews.json",
          "openapi-publishing.json");

  private static final byte[] DOCUMENT = whole().toString().getBytes(StandardCharsets.UTF_8);

  private OpenApi() {}

  /** The bytes as they are served. */
  static byte[] document() {
    return DOCUMENT.clone();
  }

  /** The parts put together: objects are merged, and of anything else the first part counts. */
  static JsonObject whole() {
    return whole(FormCatalog.shipped());
  }

  /** The same, with the schemas of the long forms that follow from a description. */
  static JsonObject whole(FormCatalog forms) {
    JsonObject whole = JsonValue.EMPTY_JSON_OBJECT;
    for (String part : PARTS) {
      whole = merged(whole, read(part));
    }
    JsonObjectBuilder schemas =
        Json.createObjectBuilder().add("schemas", DetailsJson.schemas(forms));
    return merged(whole, Json.createObjectBuilder().add("components", schemas).build());
  }

  private static JsonObject merged(JsonObject first, JsonObject second) {
    JsonObjectBuilder both = Json.createObjectBuilder(first);
    second.forEach(
        (name, value) -> {
          JsonValue there = first.get(name);
          if (there == null) {
            both.add(name, value);
          } else if (there instanceof JsonObject left && value instanceof JsonObject right) {
            both.add(name, merged(left, right));
          }
        });
    return both.build();
  }

  private static JsonObject read(String part) {
    try (InputStream in = OpenApi.class.getResourceAsStream(part);
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
