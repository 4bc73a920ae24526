package org.csoalliance.platform.sql;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** Reads what PostgreSQL wrote with {@code jsonb_build_object} and {@code jsonb_agg}. */
public final class JsonRows {
  /** Json.createReader looks for its implementation among all archives, for every row. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(null);

  private JsonRows() {}

  /** The value of a column, {@link JsonValue#NULL} where it is null. */
  public static JsonValue value(String column) {
    if (column == null) {
      return JsonValue.NULL;
    }
    if (column.equals("{}")) {
      return JsonValue.EMPTY_JSON_OBJECT; // most rows of a long list
    }
    try (JsonReader reader = READERS.createReader(new StringReader(column))) {
      return reader.readValue();
    }
  }

  /** Every object of an array, in its order; nothing where the value is null. */
  public static <T> List<T> list(JsonValue array, Function<JsonObject, T> reading) {
    return array == null || array.getValueType() != JsonValue.ValueType.ARRAY
        ? List.of()
        : array.asJsonArray().stream().map(JsonValue::asJsonObject).map(reading).toList();
  }

  /** A text, null where there is none. */
  public static String text(JsonObject row, String name) {
    return row.get(name) instanceof JsonString text ? text.getString() : null;
  }

  /** A whole number, null where there is none. */
  public static Long number(JsonObject row, String name) {
    return row.get(name) instanceof JsonNumber number ? (Long) number.longValue() : null;
  }

  /** A number, null where there is none. */
  public static Double decimal(JsonObject row, String name) {
    return row.get(name) instanceof JsonNumber number ? (Double) number.doubleValue() : null;
  }

  /** Whether it is true; what is not there is false. */
  public static boolean flag(JsonObject row, String name) {
    return JsonValue.TRUE.equals(row.get(name));
  }

  /** A {@code timestamptz}, null where there is none. */
  public static Instant time(JsonObject row, String name) {
    String text = text(row, name);
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }
}
