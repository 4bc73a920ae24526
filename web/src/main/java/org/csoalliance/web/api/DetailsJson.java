package org.csoalliance.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.csoalliance.incident.form.Audience;
import org.csoalliance.incident.form.FieldType;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormRules;
import org.csoalliance.incident.form.FormWords;

/**
 * The details of a report under the names of the interface: {@code raiders_dress} for the field
 * {@code raidersDress}. Constants keep theirs. The schema of each form follows from its
 * description.
 */
final class DetailsJson {
  private DetailsJson() {}

  /** A name of the description as the interface writes it. */
  static String snake(String name) {
    return name.chars().anyMatch(Character::isLowerCase)
        ? name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
        : name;
  }

  /** A name of the interface as the description writes it. */
  static String camel(String name) {
    if (name.length() > 200 || name.chars().noneMatch(Character::isLowerCase)) {
      return name;
    }
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (char c : name.toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }

  /** Details to be written. */
  static JsonObject written(JsonObject details) {
    return renamed(details, DetailsJson::snake).asJsonObject();
  }

  /** Details that were read. */
  static JsonObject read(JsonObject details) {
    return renamed(details, DetailsJson::camel).asJsonObject();
  }

  private static JsonValue renamed(JsonValue value, UnaryOperator<String> name) {
    if (value instanceof JsonObject object) {
      JsonObjectBuilder built = Json.createObjectBuilder();
      object.forEach((key, inner) -> built.add(name.apply(key), renamed(inner, name)));
      return built.build();
    }
    if (value instanceof JsonArray array) {
      JsonArrayBuilder built = Json.createArrayBuilder();
      array.forEach(inner -> built.add(renamed(inner, name)));
      return built.build();
    }
    return value;
  }

  /** The schemas of all forms by their names, and of any of them. */
  static JsonObject schemas(FormCatalog catalog) {
    JsonObjectBuilder schemas = Json.createObjectBuilder();
    JsonArrayBuilder any = Json.createArrayBuilder();
    for (Form form : catalog.forms()) {
      String name = name(form);
      schemas.add(name, schema(form));
      any.add(Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name));
    }
    schemas.add(
        "Details",
        Json.createObjectBuilder()
            .add(
                "description",
                "The answers of the long form of the kind. Version "
                    + FormCatalog.VERSION
                    + " of the forms.")
            .add("anyOf", any));
    return schemas.build();
  }

  static String name(Form form) {
    return "Details" + form.name().charAt(0) + form.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static JsonObject schema(Form form) {
    JsonObjectBuilder properties = Json.createObjectBuilder();
    JsonArrayBuilder required = Json.createArrayBuilder();
    boolean any = false;
    for (FormField field : form.details()) {
      properties.add(snake(field.name()), schema(form, field));
      if (field.required()) {
        required.add(snake(field.name()));
        any = true;
      }
    }
    JsonObjectBuilder schema =
        Json.createObjectBuilder()
            .add("type", "object")
            .add("description", "For " + String.join(", ", form.kinds()) + ".")
            .add("additionalProperties", false)
            .add("properties", properties);
    if (any) {
      schema.add("required", required);
    }
    return schema.build();
  }

  private static JsonObject schema(Form form, FormField field) {
    JsonObjectBuilder schema = Json.createObjectBuilder(type(form, field));
    FormWords words = FormWords.english();
    StringBuilder text = new StringBuilder(words.label(form, field));
    add(text, words.hint(form, field));
    add(text, field.unit().isEmpty() ? "" : "Unit: " + words.unit(field) + ".");
    add(text, field.standard().isEmpty() ? "" : "From " + field.standard() + ".");
    if (field.audience() == Audience.SHIP) {
      add(text, "Read where the ship is shown.");
    } else if (field.audience() != Audience.ALL) {
      add(text, "Sealed annex: own company and editors read it.");
    }
    return schema.add("description", text.toString()).build();
  }

  private static void add(StringBuilder text, String sentence) {
    if (!sentence.isEmpty()) {
      char last = text.charAt(text.length() - 1);
      text.append(last == '.' || last == '?' ? " " : ". ").append(sentence);
    }
  }

  private static JsonObject type(Form form, FormField field) {
    JsonObjectBuilder type = Json.createObjectBuilder();
    switch (field.type()) {
      case WHOLE, DECIMAL ->
          type.add("type", field.type() == FieldType.WHOLE ? "integer" : "number")
              .add("minimum", field.least())
              .add("maximum", field.most());
      case RANGE ->
          type.add("type", "object")
              .add(
                  "properties",
                  Json.createObjectBuilder()
                      .add("min", Json.createObjectBuilder().add("type", "integer"))
                      .add("max", Json.createObjectBuilder().add("type", "integer")));
      case CHOICE, YES_NO ->
          type.add("type", "string").add("enum", Json.createArrayBuilder(field.values()));
      case SET ->
          type.add("type", "array")
              .add("uniqueItems", true)
              .add(
                  "items",
                  Json.createObjectBuilder()
                      .add("type", "string")
                      .add("enum", Json.createArrayBuilder(field.values())));
      case EFFECTS ->
          type.add("type", "object")
              .add(
                  "propertyNames",
                  Json.createObjectBuilder().add("enum", Json.createArrayBuilder(field.values())))
              .add(
                  "additionalProperties",
                  Json.createObjectBuilder()
                      .add("type", "string")
                      .add("enum", Json.createArrayBuilder(FormRules.EFFECTS)));
      case RECORDS -> {
        JsonObjectBuilder parts = Json.createObjectBuilder();
        field.parts().forEach(part -> parts.add(snake(part.key()), schema(form, part)));
        type.add("type", "array")
            .add("maxItems", field.records())
            .add(
                "items",
                Json.createObjectBuilder()
                    .add("type", "object")
                    .add("additionalProperties", false)
                    .add("properties", parts));
      }
      case INSTANT -> type.add("type", "string").add("format", "date-time");
      case DATE -> type.add("type", "string").add("format", "date");
      default -> {
        type.add("type", "string");
        if (field.most() != null) {
          type.add("maxLength", field.most());
        }
      }
    }
    return type.build();
  }
}
