package org.csoalliance.web.api;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** The few ways in which values are written: an absent value leaves no trace of its name. */
final class JsonText {
  private static final JsonGeneratorFactory FACTORY = Json.createGeneratorFactory(Map.of());

  private JsonText() {}

  /** A generator that writes UTF-8. */
  static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(out);
  }

  /** The bytes of a document. */
  static byte[] bytes(Consumer<JsonGenerator> document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = generator(out)) {
      document.accept(json);
    }
    return out.toByteArray();
  }

  /** Text; null and empty are absent. */
  static void text(JsonGenerator json, String name, String value) {
    if (value != null && !value.isEmpty()) {
      json.write(name, value);
    }
  }

  /** The constant's name; null is absent. */
  static void constant(JsonGenerator json, String name, Enum<?> value) {
    if (value != null) {
      json.write(name, value.name());
    }
  }

  /** A whole number; null is absent. */
  static void number(JsonGenerator json, String name, Integer value) {
    if (value != null) {
      json.write(name, value);
    }
  }

  /** RFC 3339 in UTC; null is absent. */
  static void time(JsonGenerator json, String name, Instant value) {
    if (value != null) {
      json.write(name, value.toString());
    }
  }

  /** Degrees with six decimals (a tenth of a metre), never in scientific notation. */
  static BigDecimal degrees(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
