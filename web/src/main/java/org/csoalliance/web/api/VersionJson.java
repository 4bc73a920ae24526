package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.csoalliance.incident.AddVersion;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.incident.Stage;
import org.csoalliance.platform.sharing.Tlp;

/** Versions of a report: read from JSON, and written. */
final class VersionJson {
  /** What a version has beside the report. */
  static final Set<String> OWN = Set.of("stage", "reason", "based_on");

  private final ReportJson report;
  private final JsonFields fields;

  VersionJson(JsonObject body, UUID key) {
    Set<String> members = new TreeSet<>(ReportJson.MEMBERS);
    members.removeAll(ReportJson.SHARING);
    members.addAll(OWN);
    this.report = new ReportJson(body, key, members, Map.of());
    this.fields = new JsonFields(body, "", report.wrong());
  }

  Map<String, String> wrong() {
    return report.wrong();
  }

  /** The command; what cannot be read is null in it. */
  AddVersion command(String reference) {
    Stage stage = fields.constant("stage", Stage.class, null);
    Integer basedOn = fields.integer("based_on");
    if (!fields.has("based_on")) {
      fields.wrong("based_on", "Give the number of the version that you have seen.");
    }
    return new AddVersion(
        reference, stage, fields.text("reason"), basedOn == null ? 0 : basedOn, report.report());
  }

  /** All versions, oldest first. */
  static void write(JsonGenerator json, IncidentVersions all) {
    json.writeStartObject();
    json.writeStartArray("items");
    all.versions().forEach(version -> write(json, version));
    json.writeEnd();
    json.writeEnd();
  }

  private static void write(JsonGenerator json, IncidentVersions.Version version) {
    JsonObject answers = version.answers();
    json.writeStartObject();
    json.write("number", version.number());
    json.write("stage", version.stage().name());
    time(json, "at", version.at());
    text(json, "author", version.authorName());
    text(json, "reason", version.reason());
    json.write("form", version.form().name());
    json.write("form_version", version.formVersion());
    core(json, answers);
    json.write("details", DetailsJson.written(version.details()));
    json.writeStartArray("changes");
    version
        .changes()
        .forEach(
            change -> {
              json.writeStartObject();
              json.write("field", DetailsJson.snake(change.name()));
              json.write("label", change.label());
              text(json, "before", change.before());
              text(json, "after", change.after());
              json.writeEnd();
            });
    json.writeEnd();
    json.writeEnd();
  }

  /** The core under the names with which a report is sent. */
  private static void core(JsonGenerator json, JsonObject answers) {
    Map<String, JsonValue> core = new LinkedHashMap<>();
    put(core, "kind", answers.get("kind"));
    if (answers.get("occurred") instanceof JsonObject when) {
      put(core, "occurred_at", when.get("at"));
      put(core, "occurred_precision", when.get("precision"));
      put(core, "utc_offset_minutes", when.get("offset"));
    }
    if (answers.get("position") instanceof JsonObject place) {
      put(core, "latitude", place.get("latitude"));
      put(core, "longitude", place.get("longitude"));
    }
    for (String name : new String[] {"area", "title", "text", "told", "contact"}) {
      put(core, name, answers.get(name));
    }
    put(core, "persons_harmed", answers.get("personsHarmed"));
    put(core, "harm_note", answers.get("harmNote"));
    if (answers.containsKey("tlp")) {
      json.write("tlp", Tlp.valueOf(answers.getString("tlp")).label());
    }
    core.forEach(json::write);
    if (answers.containsKey("shipName") || answers.containsKey("shipImo")) {
      json.writeStartObject("ship");
      text(json, "name", answers.getString("shipName", ""));
      text(json, "imo", answers.getString("shipImo", ""));
      json.writeEnd();
    }
  }

  private static void put(Map<String, JsonValue> core, String name, JsonValue value) {
    if (value != null) {
      core.put(name, value);
    }
  }

  /** The sentences of the service under the names of the interface. */
  static Map<String, String> renamed(Map<String, String> sentences) {
    return ReportJson.renamed(sentences);
  }
}
