package org.csoalliance.incident.form;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.csoalliance.platform.geo.Position;

/** Answers as people read them. */
public final class FormText {
  private final Form form;
  private final FormWords words;

  /** Writes answers of a form in a language. */
  public FormText(Form form, FormWords words) {
    this.form = form;
    this.words = words;
  }

  /**
   * A fact on the page of an incident.
   *
   * @param text never empty
   * @param sealed whether own company and editors alone read it
   */
  public record Fact(String name, String label, String text, boolean sealed) {}

  /** The facts of a step; never empty. */
  public record Group(Step step, String title, List<Fact> facts) {}

  /** What a version says otherwise than the one before; null: not given. */
  public record Change(String name, String label, String before, String after) {}

  /** The details that were answered, by step. */
  public List<Group> groups(JsonObject answers) {
    List<Group> groups = new ArrayList<>();
    for (Step step : form.steps()) {
      List<Fact> facts = new ArrayList<>();
      for (FormField field : form.fields(step)) {
        if (!field.core() && answers.containsKey(field.name())) {
          facts.add(
              new Fact(
                  field.name(),
                  words.label(form, field),
                  text(field, answers.get(field.name())),
                  field.audience() == Audience.COMPANY || field.audience() == Audience.STRICT));
        }
      }
      if (!facts.isEmpty()) {
        groups.add(new Group(step, words.text("step." + step), List.copyOf(facts)));
      }
    }
    return groups;
  }

  /** What differs, in the order of the form. */
  public List<Change> changes(JsonObject before, JsonObject after) {
    List<Change> changes = new ArrayList<>();
    for (FormField field : form.fields()) {
      JsonValue old = before.get(field.name());
      JsonValue now = after.get(field.name());
      if (old == null ? now != null : !old.equals(now)) {
        changes.add(
            new Change(
                field.name(),
                words.label(form, field),
                old == null ? null : text(field, old),
                now == null ? null : text(field, now)));
      }
    }
    return changes;
  }

  /** A change in one sentence. */
  public String sentence(Change change) {
    if (change.before() == null) {
      return words.fill("diff.added", change.label(), change.after());
    }
    return change.after() == null
        ? words.fill("diff.removed", change.label(), change.before())
        : words.fill("diff.changed", change.label(), change.after(), change.before());
  }

  /** One answer. */
  public String text(FormField field, JsonValue value) {
    return switch (field.type()) {
      case WHOLE, DECIMAL ->
          value instanceof JsonNumber number
              ? words.measured(field, words.number(number.bigDecimalValue()))
              : value.toString();
      case RANGE -> range(field, value.asJsonObject());
      case CHOICE, YES_NO -> words.value(field, string(value));
      case SET ->
          ((JsonArray) value)
              .stream()
                  .map(one -> words.value(field, string(one)))
                  .collect(Collectors.joining(", "));
      case INSTANT -> instant(string(value));
      case DATE -> day(LocalDate.parse(string(value)));
      case POSITION -> position(value.asJsonObject());
      case COUNTRY -> new Locale("", string(value)).getDisplayCountry(words.locale());
      case EFFECTS ->
          value.asJsonObject().entrySet().stream()
              .map(
                  one ->
                      words.fill(
                          "pair",
                          words.value(field, one.getKey()),
                          words.text("value.effect." + string(one.getValue()))))
              .collect(Collectors.joining("; "));
      case RECORDS -> records(field, value.asJsonArray());
      case INDICATOR -> defanged(string(value));
      case WHEN -> when(value.asJsonObject());
      case TICK -> words.text(JsonValue.TRUE.equals(value) ? "value.YES" : "value.NO");
      default -> string(value);
    };
  }

  private String range(FormField field, JsonObject value) {
    Number min = value.getJsonNumber("min").bigDecimalValue();
    Number max = value.getJsonNumber("max").bigDecimalValue();
    return words.measured(
        field, min.equals(max) ? words.number(min) : words.fill("range", min, max));
  }

  private String records(FormField field, JsonArray records) {
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < records.size(); n++) {
      JsonObject record = records.getJsonObject(n);
      String line =
          field.parts().stream()
              .filter(part -> record.containsKey(part.key()))
              .map(
                  part ->
                      words.fill(
                          "pair", words.label(form, part), text(part, record.get(part.key()))))
              .collect(Collectors.joining("; "));
      lines.add(records.size() == 1 ? line : words.fill("entry", n + 1, line));
    }
    return String.join("\n", lines);
  }

  private String when(JsonObject value) {
    String at = value.getString("at", null);
    if (at == null) {
      return words.text("shown.none");
    }
    return "DAY".equals(value.getString("precision", ""))
        ? day(LocalDate.ofInstant(Instant.parse(at), ZoneOffset.UTC))
        : instant(at);
  }

  /** A moment is kept to the day alone where the report is anonymous. */
  private String instant(String text) {
    return text.length() == 10
        ? day(LocalDate.parse(text))
        : formatted("d MMM uuuu HH:mm 'UTC'").format(Instant.parse(text).atOffset(ZoneOffset.UTC));
  }

  private String day(LocalDate day) {
    return formatted("d MMM uuuu").format(day);
  }

  private DateTimeFormatter formatted(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, words.locale());
  }

  private static String position(JsonObject value) {
    return new Position(
            value.getJsonNumber("latitude").doubleValue(),
            value.getJsonNumber("longitude").doubleValue())
        .format();
  }

  private static String string(JsonValue value) {
    return value instanceof JsonString text ? text.getString() : value.toString();
  }

  /** Written so that neither person nor program follows it. */
  static String defanged(String indicator) {
    return indicator
        .replaceAll("(?i)\\bhttp", "hxxp")
        .replace("://", "[:]//")
        .replace("@", "[@]")
        .replaceAll("(?<=[^.\\s])\\.(?=[^.\\s])", "[.]");
  }
}
