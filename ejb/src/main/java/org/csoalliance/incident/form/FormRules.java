package org.csoalliance.incident.form;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The checks of a form's details, the same for pages and interface: what is typed is a tree of
 * texts (a text, a list of texts, a map of texts, a list of such maps); what comes back is what is
 * kept. Nothing answered is nothing kept: unknown is not zero.
 */
public final class FormRules {
  /** The effects that a measure may have had. */
  public static final List<String> EFFECTS = List.of("HELPED", "NO_EFFECT", "HARMED", "NOT_KNOWN");

  /** Values that say there is nothing, or nothing known, and stand alone. */
  static final Set<String> ALONE = Set.of("NONE", "NONE_SEEN", "NOTHING", "NOWHERE", "UNKNOWN");

  private final Form form;
  private final FormWords words;
  private final TypedValue values;
  private final Map<String, String> wrong = new LinkedHashMap<>();

  private FormRules(Form form, FormWords words, Instant now) {
    this.form = form;
    this.words = words;
    this.values = new TypedValue(words, now);
  }

  /**
   * Checks the details of all steps.
   *
   * @param typed by the names of the fields; other names are told as strange
   * @param now what lies later is told, where a field does not allow it
   */
  public static Checked check(Form form, Map<String, ?> typed, FormWords words, Instant now) {
    return new FormRules(form, words, now).check(typed, form.details());
  }

  /** Checks the details of one step alone. */
  public static Checked check(
      Form form, Step step, Map<String, ?> typed, FormWords words, Instant now) {
    return new FormRules(form, words, now)
        .check(typed, form.details().stream().filter(field -> field.step() == step).toList());
  }

  private Checked check(Map<String, ?> typed, List<FormField> fields) {
    Set<String> asked = new HashSet<>();
    JsonObjectBuilder kept = Json.createObjectBuilder();
    for (FormField field : fields) {
      asked.add(field.name());
      JsonValue value =
          one(form, field, field.name(), words.label(form, field), typed.get(field.name()));
      if (value != null) {
        kept.add(field.name(), value);
      }
    }
    for (String name : typed.keySet()) {
      if (!asked.contains(name)) {
        String shown = PathText.shorten(name);
        wrong.put(shown, words.fill("wrong.strange", shown));
      }
    }
    JsonObject details = kept.build();
    against(details, fields);
    return new Checked(details, wrong);
  }

  private JsonValue one(Form form, FormField field, String path, String label, Object typed) {
    JsonValue value;
    try {
      value =
          switch (field.type()) {
            case SET -> set(field, label, typed);
            case EFFECTS -> effects(field, label, typed);
            case RECORDS -> records(field, path, label, typed);
            default -> values.read(field, label, text(label, typed));
          };
    } catch (TypedValue.Refused refused) {
      wrong.put(path, refused.getMessage());
      return null;
    }
    if (value == null && field.required() && !wrong.containsKey(path)) {
      wrong.put(path, words.fill("wrong.required", label));
    }
    return value;
  }

  private String text(String label, Object typed) {
    if (typed == null || typed instanceof String) {
      return (String) typed;
    }
    if (typed instanceof List<?> list && list.size() <= 1) {
      return list.isEmpty() ? null : text(label, list.get(0));
    }
    throw values.refuse("wrong.shape", label);
  }

  private JsonValue set(FormField field, String label, Object typed) {
    List<?> given =
        typed == null ? List.of() : typed instanceof List<?> list ? list : List.of(typed);
    Set<String> chosen = new HashSet<>();
    for (Object value : given) {
      if (!(value instanceof String text)) {
        throw values.refuse("wrong.shape", label);
      }
      if (!TypedValue.blank(text)) {
        if (!field.values().contains(text.strip())) {
          throw values.refuse("wrong.choice", label);
        }
        chosen.add(text.strip());
      }
    }
    JsonArrayBuilder kept = Json.createArrayBuilder();
    for (String value : field.values()) {
      if (chosen.contains(value)) {
        if (ALONE.contains(value) && chosen.size() > 1) {
          throw values.refuse("wrong.none", label, words.value(field, value));
        }
        kept.add(value);
      }
    }
    return chosen.isEmpty() ? null : kept.build();
  }

  private JsonValue effects(FormField field, String label, Object typed) {
    if (typed == null) {
      return null;
    }
    if (!(typed instanceof Map<?, ?> map)) {
      throw values.refuse("wrong.shape", label);
    }
    for (Map.Entry<?, ?> one : map.entrySet()) {
      boolean blank = one.getValue() == null || one.getValue().toString().isBlank();
      if (!field.values().contains(one.getKey())
          || !blank && !EFFECTS.contains(one.getValue().toString())) {
        throw values.refuse("wrong.choice", label);
      }
    }
    JsonObjectBuilder kept = Json.createObjectBuilder();
    boolean any = false;
    for (String value : field.values()) {
      Object effect = map.get(value);
      if (effect != null && !effect.toString().isBlank()) {
        kept.add(value, effect.toString());
        any = true;
      }
    }
    return any ? kept.build() : null;
  }

  private JsonValue records(FormField field, String path, String label, Object typed) {
    if (typed == null) {
      return null;
    }
    if (!(typed instanceof List<?> list)) {
      throw values.refuse("wrong.shape", label);
    }
    JsonArrayBuilder kept = Json.createArrayBuilder();
    int count = 0;
    for (int n = 0; n < list.size(); n++) {
      if (blank(list.get(n))) {
        continue;
      }
      if (!(list.get(n) instanceof Map<?, ?> entry)) {
        throw values.refuse("wrong.shape", label);
      }
      if (++count > field.records()) {
        throw values.refuse("wrong.records", label, field.records());
      }
      kept.add(entry(field, path + "." + n, n + 1, entry));
    }
    return count == 0 ? null : kept.build();
  }

  private JsonObject entry(FormField field, String path, int number, Map<?, ?> entry) {
    JsonObjectBuilder kept = Json.createObjectBuilder();
    Set<Object> rest = new HashSet<>(entry.keySet());
    for (FormField part : field.parts()) {
      rest.remove(part.key());
      String label = words.fill("wrong.entry", words.label(form, part), number);
      JsonValue value = one(form, part, path + "." + part.key(), label, entry.get(part.key()));
      if (value != null) {
        kept.add(part.key(), value);
      }
    }
    for (Object strange : rest) {
      String shown = PathText.shorten(String.valueOf(strange));
      wrong.put(path + "." + shown, words.fill("wrong.strange", shown));
    }
    return kept.build();
  }

  private static boolean blank(Object typed) {
    return typed == null
        || typed instanceof String text && TypedValue.blank(text)
        || typed instanceof List<?> list && list.stream().allMatch(FormRules::blank)
        || typed instanceof Map<?, ?> map && map.values().stream().allMatch(FormRules::blank);
  }

  /** Answers that contradict each other. */
  private void against(JsonObject details, List<FormField> fields) {
    for (FormField field : fields) {
      JsonValue value = details.get(field.name());
      if (value instanceof JsonNumber number && field.atMost() != null) {
        if (details.get(field.atMost()) instanceof JsonNumber most
            && number.bigDecimalValue().compareTo(most.bigDecimalValue()) > 0) {
          wrong.putIfAbsent(
              field.name(),
              words.fill(
                  "wrong.atMost",
                  words.label(form, field),
                  number.bigDecimalValue(),
                  most.bigDecimalValue(),
                  label(field.atMost())));
        }
      }
      if (value instanceof JsonString at && field.notBefore() != null) {
        if (details.get(field.notBefore()) instanceof JsonString first
            && at.getString().compareTo(first.getString()) < 0) {
          wrong.putIfAbsent(
              field.name(),
              words.fill("wrong.notBefore", words.label(form, field), label(field.notBefore())));
        }
      }
    }
  }

  private String label(String name) {
    return form.field(name).map(field -> words.label(form, field)).orElse(name);
  }

  /** What was kept as what is typed, for a form that is filled in again. */
  public static Map<String, Object> typed(JsonObject details) {
    Map<String, Object> typed = new LinkedHashMap<>();
    details.forEach((name, value) -> typed.put(name, typed(value)));
    return typed;
  }

  /**
   * A value of JSON as what is typed: texts, lists and maps of texts; a range as "3 to 10", a
   * position as two numbers, true and false as YES and NO.
   */
  public static Object typed(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case TRUE -> "YES";
      case FALSE -> "NO";
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> plain(((JsonNumber) value).bigDecimalValue());
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        JsonArray array = value.asJsonArray();
        array.forEach(one -> list.add(typed(one)));
        yield list;
      }
      case OBJECT -> {
        JsonObject object = value.asJsonObject();
        if (object.keySet().equals(Set.of("min", "max"))) {
          yield typed(object.get("min")) + " to " + typed(object.get("max"));
        }
        if (object.keySet().equals(Set.of("latitude", "longitude"))) {
          yield typed(object.get("latitude")) + ", " + typed(object.get("longitude"));
        }
        yield typed(object);
      }
    };
  }

  /** Never in scientific notation, which would make a long text of a short number. */
  private static String plain(BigDecimal number) {
    return Math.abs(number.scale()) > 40 || number.precision() > 40
        ? number.toString()
        : number.toPlainString();
  }
}
