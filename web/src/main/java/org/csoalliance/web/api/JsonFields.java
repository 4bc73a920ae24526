package org.csoalliance.web.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the members of an object and collects a sentence for each that is wrong. An absent member
 * and null are the same; a member that nobody asked for is refused.
 */
final class JsonFields {
  private final JsonObject object;
  private final String prefix;
  private final Map<String, String> wrong;

  /**
   * @param prefix what stands before the names in a sentence's field, such as {@code ship.}
   * @param wrong takes the sentences
   */
  JsonFields(JsonObject object, String prefix, Map<String, String> wrong) {
    this.object = object;
    this.prefix = prefix;
    this.wrong = wrong;
  }

  /** Refuses every other member by its name. */
  JsonFields only(Set<String> names) {
    for (String name : object.keySet()) {
      if (!names.contains(name)) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        wrong(shown, "“" + prefix + shown + "” cannot be set here.");
      }
    }
    return this;
  }

  boolean has(String name) {
    JsonValue value = object.get(name);
    return value != null && value != JsonValue.NULL;
  }

  String text(String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonString string) {
      return string.getString();
    }
    if (has(name)) {
      wrong(name, called(name) + " must be text.");
    }
    return null;
  }

  /** A list of texts, at most so many; empty when absent. */
  List<String> texts(String name, int most) {
    JsonValue value = object.get(name);
    if (value instanceof JsonArray list
        && list.size() <= most
        && list.stream().allMatch(JsonString.class::isInstance)) {
      return list.getValuesAs(JsonString::getString);
    }
    if (has(name)) {
      wrong(name, called(name) + " must be a list of at most " + most + " texts.");
    }
    return List.of();
  }

  /** Text, or a whole number written without quotes. */
  String digits(String name) {
    return object.get(name) instanceof JsonNumber number && number.isIntegral()
        ? number.toString()
        : text(name);
  }

  Integer integer(String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonNumber number) {
      double amount = number.bigDecimalValue().doubleValue();
      if (amount == Math.rint(amount) && Math.abs(amount) < 1e9) {
        return (int) amount;
      }
    }
    if (has(name)) {
      wrong(name, called(name) + " must be a whole number.");
    }
    return null;
  }

  Double decimal(String name, double most) {
    JsonValue value = object.get(name);
    if (value instanceof JsonNumber number) {
      double amount = number.bigDecimalValue().doubleValue();
      if (Math.abs(amount) <= most) {
        return amount;
      }
    }
    if (has(name)) {
      String bound = String.valueOf((int) most);
      wrong(
          name,
          called(name) + " must be a number of degrees from -" + bound + " to " + bound + ".");
    }
    return null;
  }

  boolean yes(String name) {
    JsonValue value = object.get(name);
    if (has(name) && value != JsonValue.TRUE && value != JsonValue.FALSE) {
      wrong(name, called(name) + " must be true or false.");
    }
    return value == JsonValue.TRUE;
  }

  <E extends Enum<E>> E constant(String name, Class<E> type, E absent) {
    return read(
        name,
        absent,
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst(),
        () ->
            "For "
                + called(name)
                + ", use one of "
                + Arrays.stream(type.getEnumConstants())
                    .map(Enum::name)
                    .collect(Collectors.joining(", "))
                + ".");
  }

  <T> T read(
      String name,
      T absent,
      Function<String, Optional<T>> reader,
      java.util.function.Supplier<String> sentence) {
    String text = text(name);
    if (text == null) {
      return absent;
    }
    Optional<T> read = reader.apply(text);
    if (read.isEmpty()) {
      wrong(name, sentence.get());
    }
    return read.orElse(absent);
  }

  /** The members of an object inside; empty when absent. */
  JsonFields inside(String name) {
    JsonValue value = object.get(name);
    if (has(name) && !(value instanceof JsonObject)) {
      wrong(name, called(name) + " must be an object.");
    }
    return new JsonFields(
        value instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT,
        prefix + name + ".",
        wrong);
  }

  private String called(String name) {
    return "“" + prefix + name + "”";
  }

  void wrong(String name, String sentence) {
    wrong.put(prefix + name, sentence);
  }
}
