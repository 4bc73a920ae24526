package org.csoalliance.web.incident;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.incident.OccurredPrecision;
import org.csoalliance.incident.PersonsHarmed;
import org.csoalliance.incident.ReportIncident;
import org.csoalliance.incident.form.FieldType;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.incident.form.FormRules;
import org.csoalliance.platform.sharing.Tlp;

/**
 * What was typed into a long form: texts by the names of the inputs. A field has an input of its
 * name; a day, a moment and an entry of a list have several, told apart behind a dot.
 */
final class Inputs {
  /** The parts of the core's time, which bear the names of the quick report. */
  static final List<String> WHEN = List.of("day", "month", "year", "time", "clock", "precision");

  private final Map<String, List<String>> typed;

  Inputs(Map<String, List<String>> typed) {
    this.typed = new LinkedHashMap<>(typed);
  }

  Map<String, List<String>> all() {
    return typed;
  }

  /** What was typed into one input, empty when nothing was. */
  String text(String name) {
    List<String> values = list(name);
    return values.isEmpty() ? "" : values.get(0);
  }

  List<String> list(String name) {
    return typed.getOrDefault(name, List.of());
  }

  void put(String name, String value) {
    if (value == null || value.isEmpty()) {
      typed.remove(name);
    } else {
      typed.put(name, List.of(value));
    }
  }

  /** Takes the posted inputs of some fields in place of what was there. */
  void take(List<FormField> fields, Map<String, String[]> posted) {
    for (FormField field : fields) {
      typed.keySet().removeIf(name -> belongs(name, field));
      posted.forEach(
          (name, values) -> {
            List<String> given = new ArrayList<>();
            for (String value : values) {
              if (!value.isBlank()) {
                given.add(value);
              }
            }
            if (belongs(name, field) && !given.isEmpty()) {
              typed.put(name, List.copyOf(given));
            }
          });
    }
  }

  private static boolean belongs(String name, FormField field) {
    return field.type() == FieldType.WHEN
        ? WHEN.contains(name)
        : name.equals(field.name()) || name.startsWith(field.name() + ".");
  }

  /** How many entries a list has: up to the last one with anything in it. */
  int entries(FormField field) {
    int count = 0;
    for (String name : typed.keySet()) {
      if (name.matches(java.util.regex.Pattern.quote(field.name()) + "\\.[0-9]{1,3}\\..*")) {
        int n = Integer.parseInt(name.substring(field.name().length() + 1).split("\\.")[0]);
        count = Math.max(count, n + 1);
      }
    }
    return Math.min(count, field.records());
  }

  /** Removes an entry; those behind it move up. */
  void remove(FormField field, int entry) {
    Map<String, List<String>> rest = new LinkedHashMap<>();
    typed.forEach(
        (name, values) -> {
          String prefix = field.name() + ".";
          if (name.startsWith(prefix)
              && name.substring(prefix.length()).matches("[0-9]{1,3}\\..*")) {
            String[] parts = name.substring(prefix.length()).split("\\.", 2);
            int n = Integer.parseInt(parts[0]);
            if (n != entry) {
              rest.put(prefix + (n > entry ? n - 1 : n) + "." + parts[1], values);
            }
          } else {
            rest.put(name, values);
          }
        });
    typed.clear();
    typed.putAll(rest);
  }

  /** The details as the service takes them: texts, lists and objects of texts. */
  JsonObject details(Form form) {
    var json = jakarta.json.Json.createObjectBuilder();
    for (FormField field : form.details()) {
      switch (field.type()) {
        case SET -> {
          if (!list(field.name()).isEmpty()) {
            json.add(field.name(), jakarta.json.Json.createArrayBuilder(list(field.name())));
          }
        }
        case EFFECTS -> {
          var effects = jakarta.json.Json.createObjectBuilder();
          field
              .values()
              .forEach(
                  value -> {
                    String effect = text(field.name() + "." + value);
                    if (!effect.isEmpty()) {
                      effects.add(value, effect);
                    }
                  });
          JsonObject built = effects.build();
          if (!built.isEmpty()) {
            json.add(field.name(), built);
          }
        }
        case RECORDS -> {
          var entries = jakarta.json.Json.createArrayBuilder();
          for (int n = 0; n < entries(field); n++) {
            var entry = jakarta.json.Json.createObjectBuilder();
            for (FormField part : field.parts()) {
              String text = one(part, field.name() + "." + n + "." + part.key());
              if (!text.isEmpty()) {
                entry.add(part.key(), text);
              }
            }
            entries.add(entry);
          }
          if (entries(field) > 0) {
            json.add(field.name(), entries);
          }
        }
        default -> {
          String text = one(field, field.name());
          if (!text.isEmpty()) {
            json.add(field.name(), text);
          }
        }
      }
    }
    return json.build();
  }

  /** One answer as a text; of a day or a moment the parts in their order. */
  private String one(FormField field, String name) {
    if (field.type() != FieldType.INSTANT && field.type() != FieldType.DATE) {
      return text(name);
    }
    String day = String.join(" ", text(name + ".day"), text(name + ".month"), text(name + ".year"));
    String time = field.type() == FieldType.INSTANT ? " " + text(name + ".time") : "";
    return (day + time).isBlank() ? "" : (day + time).strip();
  }

  /** The core as the quick report's reader takes it. */
  ReportForm core(IncidentKind kind, String key) {
    ReportForm core = new ReportForm();
    core.setSubmissionKey(key);
    core.setKind(constant(IncidentKind.class, "kind", kind));
    Map<String, java.util.function.Consumer<String>> texts = new LinkedHashMap<>();
    texts.put("day", core::setDay);
    texts.put("month", core::setMonth);
    texts.put("year", core::setYear);
    texts.put("time", core::setTime);
    texts.put("position", core::setPosition);
    texts.put("area", core::setArea);
    texts.put("shipImo", core::setShipImo);
    texts.put("shipName", core::setShipName);
    texts.put("text", core::setText);
    texts.put("harmNote", core::setHarmNote);
    texts.put("told", core::setTold);
    texts.put("contact", core::setContact);
    texts.forEach((name, setter) -> setter.accept(text(name)));
    core.setClock(text("clock").isEmpty() ? ReportReader.UTC : text("clock"));
    core.setPrecision(constant(OccurredPrecision.class, "precision", OccurredPrecision.EXACT));
    core.setShipShown(!text("shipShown").isEmpty());
    core.setPersonsHarmed(constant(PersonsHarmed.class, "personsHarmed", null));
    core.setTlp(constant(Tlp.class, "tlp", Tlp.GREEN));
    return core;
  }

  <E extends Enum<E>> E constant(Class<E> type, String name, E absent) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(text(name))) {
        return one;
      }
    }
    return absent;
  }

  /** A report as it would have been typed. */
  static Inputs of(ReportIncident report, Form form) {
    Inputs inputs = new Inputs(Map.of());
    int offset = report.utcOffsetMinutes() == null ? 0 : report.utcOffsetMinutes();
    OffsetDateTime at = report.occurredAt().atOffset(ZoneOffset.ofTotalSeconds(offset * 60));
    inputs.put("kind", report.kind().name());
    inputs.day("", at.toLocalDate());
    inputs.put(
        "time",
        report.precision() == OccurredPrecision.DAY
            ? ""
            : String.format("%02d%02d", at.getHour(), at.getMinute()));
    inputs.put(
        "clock", report.utcOffsetMinutes() == null ? ReportReader.UTC : String.valueOf(offset));
    inputs.put("precision", report.precision().name());
    inputs.put("position", report.position() == null ? "" : degrees(report));
    inputs.put("area", report.area());
    inputs.put("shipImo", report.shipImo());
    inputs.put("shipName", report.shipName());
    inputs.put("shipShown", report.shipShown() ? "YES" : "");
    inputs.put("text", report.text());
    inputs.put("personsHarmed", report.personsHarmed().name());
    inputs.put("harmNote", report.harmNote());
    inputs.put("told", report.told());
    inputs.put("tlp", report.tlp().name());
    inputs.put("contact", report.contact());
    if (report.details() != null) {
      report
          .details()
          .forEach(
              (name, value) ->
                  form.field(name).ifPresent(field -> inputs.detail(field, name, value)));
    }
    return inputs;
  }

  private static String degrees(ReportIncident report) {
    return String.format(
        Locale.ROOT, "%.6f, %.6f", report.position().latitude(), report.position().longitude());
  }

  private void detail(FormField field, String name, JsonValue value) {
    switch (field.type()) {
      case SET -> {
        List<String> values = new ArrayList<>();
        value.asJsonArray().forEach(one -> values.add((String) FormRules.typed(one)));
        typed.put(name, values);
      }
      case EFFECTS ->
          value
              .asJsonObject()
              .forEach((key, effect) -> put(name + "." + key, (String) FormRules.typed(effect)));
      case RECORDS -> {
        for (int n = 0; n < value.asJsonArray().size(); n++) {
          JsonObject entry = value.asJsonArray().getJsonObject(n);
          String prefix = name + "." + n + ".";
          for (FormField part : field.parts()) {
            if (entry.containsKey(part.key())) {
              detail(part, prefix + part.key(), entry.get(part.key()));
            }
          }
        }
      }
      case INSTANT -> {
        OffsetDateTime at = Instant.parse((String) FormRules.typed(value)).atOffset(ZoneOffset.UTC);
        day(name + ".", at.toLocalDate());
        put(name + ".time", String.format("%02d%02d", at.getHour(), at.getMinute()));
      }
      case DATE -> day(name + ".", LocalDate.parse((String) FormRules.typed(value)));
      case RANGE -> put(name, range(value.asJsonObject()));
      default -> put(name, (String) FormRules.typed(value));
    }
  }

  private static String range(JsonObject value) {
    JsonNumber min = value.getJsonNumber("min");
    JsonNumber max = value.getJsonNumber("max");
    return min.equals(max) ? min.toString() : min + " to " + max;
  }

  private void day(String prefix, LocalDate day) {
    BiConsumer<String, Integer> part = (name, number) -> put(prefix + name, number.toString());
    part.accept("day", day.getDayOfMonth());
    part.accept("month", day.getMonthValue());
    part.accept("year", day.getYear());
  }
}
