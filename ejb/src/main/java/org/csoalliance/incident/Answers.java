package org.csoalliance.incident;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.csoalliance.incident.form.Audience;
import org.csoalliance.incident.form.Form;
import org.csoalliance.incident.form.FormField;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Attribution;
import org.csoalliance.platform.sharing.Shared;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.Tlp;

/** A report as one JSON object: the core under the names of the form's core fields, and details. */
final class Answers {
  private static final String INDICATORS = "indicators";

  private Answers() {}

  /** All of a report that was cleaned. */
  static JsonObject of(ReportIncident report) {
    JsonObjectBuilder all = Json.createObjectBuilder();
    all.add("kind", report.kind().name());
    all.add("title", report.title());
    all.add("text", report.text());
    JsonObjectBuilder when =
        Json.createObjectBuilder()
            .add("at", report.occurredAt().toString())
            .add("precision", report.precision().name());
    if (report.utcOffsetMinutes() != null) {
      when.add("offset", report.utcOffsetMinutes());
    }
    all.add("occurred", when);
    Position at = report.position();
    if (at != null) {
      all.add(
          "position",
          Json.createObjectBuilder()
              .add("latitude", degrees(at.latitude()))
              .add("longitude", degrees(at.longitude())));
    }
    text(all, "area", report.area());
    text(all, "shipImo", report.shipImo());
    text(all, "shipName", report.shipName());
    all.add("shipShown", report.shipShown());
    all.add("personsHarmed", report.personsHarmed().name());
    text(all, "harmNote", report.harmNote());
    text(all, "told", report.told());
    all.add("tlp", report.tlp().name());
    text(all, "contact", report.contact());
    disclosure(all, report.disclosure());
    if (report.details() != null) {
      report.details().forEach(all::add);
    }
    return all.build();
  }

  /** The report that the answers are. */
  static ReportIncident report(JsonObject all, Form form, UUID key) {
    JsonObject when = all.getJsonObject("occurred");
    JsonObject place = all.getJsonObject("position");
    return new ReportIncident(
        key,
        IncidentKind.valueOf(all.getString("kind")),
        Instant.parse(when.getString("at")),
        OccurredPrecision.valueOf(when.getString("precision")),
        when.containsKey("offset") ? (Integer) when.getInt("offset") : null,
        place == null
            ? null
            : new Position(
                place.getJsonNumber("latitude").doubleValue(),
                place.getJsonNumber("longitude").doubleValue()),
        all.getString("area", ""),
        all.getString("shipImo", null),
        all.getString("shipName", ""),
        all.getBoolean("shipShown", false),
        all.getString("title", ""),
        all.getString("text"),
        PersonsHarmed.valueOf(all.getString("personsHarmed")),
        all.getString("harmNote", ""),
        all.getString("told", ""),
        Tlp.valueOf(all.getString("tlp")),
        all.getString("contact", ""),
        details(form, all),
        disclosure(all),
        List.of());
  }

  /** To a tenth of a metre, so that a position typed again is the same one. */
  private static BigDecimal degrees(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static void disclosure(JsonObjectBuilder all, Disclosure choice) {
    all.add("attribution", choice.attribution().name());
    all.add("blurNm", BigDecimal.valueOf(choice.blurNm()));
    all.add("mayPassFlag", choice.mayPassFlag() ? "YES" : "NO");
    all.add("mayPassNavy", choice.mayPassNavy() ? "YES" : "NO");
    all.add("mayPassImb", choice.mayPassImb() ? "YES" : "NO");
  }

  private static Disclosure disclosure(JsonObject all) {
    return new Disclosure(
        Attribution.valueOf(all.getString("attribution", Disclosure.USUAL.attribution().name())),
        all.containsKey("blurNm") ? all.getJsonNumber("blurNm").doubleValue() : 0,
        all.getString("mayPassFlag", "").equals("YES"),
        all.getString("mayPassNavy", "").equals("YES"),
        all.getString("mayPassImb", "").equals("YES"));
  }

  /** Some answers and others. */
  static JsonObject with(JsonObject some, JsonObject others) {
    JsonObjectBuilder all = Json.createObjectBuilder(some);
    others.forEach(all::add);
    return all.build();
  }

  /** The details among the answers. */
  static JsonObject details(Form form, JsonObject all) {
    return only(form, all, field -> !field.core());
  }

  /** The answers whose fields fit. */
  static JsonObject only(Form form, JsonObject all, Predicate<FormField> fits) {
    JsonObjectBuilder some = Json.createObjectBuilder();
    for (FormField field : form.fields()) {
      if (all.containsKey(field.name()) && fits.test(field)) {
        some.add(field.name(), all.get(field.name()));
      }
    }
    return some.build();
  }

  /** For every reader of the incident: exact time and place stand apart, the title with them. */
  static JsonObject open(Form form, JsonObject all) {
    JsonObjectBuilder open =
        Json.createObjectBuilder(only(form, all, field -> field.open() && !exact(field)));
    // the kind is no question where a form serves one alone
    open.add("kind", all.get("kind"));
    text(open, "title", all.getString("title", ""));
    return open.build();
  }

  static JsonObject ship(Form form, JsonObject all) {
    return only(form, all, field -> field.audience() == Audience.SHIP);
  }

  static JsonObject exact(Form form, JsonObject all) {
    return only(form, all, Answers::exact);
  }

  static JsonObject sealed(Form form, JsonObject all) {
    return only(
        form,
        all,
        field -> field.audience() == Audience.COMPANY || field.audience() == Audience.STRICT);
  }

  private static boolean exact(FormField field) {
    return field.core() && (field.name().equals("occurred") || field.name().equals("position"));
  }

  /**
   * The answers without the indicators that this reader may not see: each obeys a label of its own
   * where that is narrower than the report's. A label that cannot be read counts as RED, as in the
   * feed of indicators.
   */
  static JsonObject labelled(Reader reader, Shared thing, JsonObject answers) {
    if (!(answers.get(INDICATORS) instanceof JsonArray all)) {
      return answers;
    }
    JsonArrayBuilder seen = Json.createArrayBuilder();
    boolean any = false;
    for (JsonValue one : all) {
      if (!(one instanceof JsonObject indicator) || mayRead(reader, thing, indicator)) {
        seen.add(one);
        any = true;
      }
    }
    JsonObjectBuilder shown = Json.createObjectBuilder(answers);
    return (any ? shown.add(INDICATORS, seen) : shown.remove(INDICATORS)).build();
  }

  /**
   * The answers that somebody gave who was not shown all indicators of the version before: those
   * that they did not see stay, since nobody takes away what they cannot know of.
   */
  static JsonObject withUnseen(Reader reader, Shared thing, JsonObject before, JsonObject answers) {
    if (!(before.get(INDICATORS) instanceof JsonArray all)) {
      return answers;
    }
    JsonValue shown = labelled(reader, thing, before).get(INDICATORS);
    JsonValue given = answers.get(INDICATORS);
    if (all.equals(shown)) {
      return answers;
    }
    JsonArrayBuilder kept = Json.createArrayBuilder();
    if (Objects.equals(shown, given)) {
      all.forEach(kept::add); // in the order in which they stood
    } else {
      if (given instanceof JsonArray typed) {
        typed.forEach(kept::add);
      }
      all.stream()
          .filter(one -> one instanceof JsonObject row && !mayRead(reader, thing, row))
          .forEach(kept::add);
    }
    return Json.createObjectBuilder(answers).add(INDICATORS, kept).build();
  }

  private static boolean mayRead(Reader reader, Shared thing, JsonObject indicator) {
    String label = indicator.get("tlp") instanceof JsonString text ? text.getString() : "";
    if (label.isBlank()) {
      return true;
    }
    Tlp own = Tlp.parse(label).orElse(Tlp.RED);
    return own.compareTo(thing.tlp()) >= 0
        || SharingPolicy.mayRead(
            reader,
            new Shared(
                own,
                thing.published(),
                thing.companyId(),
                thing.reporterId(),
                thing.attribution(),
                thing.groups()));
  }

  /** A moment of an anonymous report, by the day alone. */
  static JsonValue coarse(FormField field, JsonValue value) {
    return switch (field.type()) {
      case INSTANT -> Json.createValue(((JsonString) value).getString().substring(0, 10));
      default -> value;
    };
  }

  private static void text(JsonObjectBuilder json, String name, String value) {
    if (value != null && !value.isEmpty()) {
      json.add(name, value);
    }
  }
}
