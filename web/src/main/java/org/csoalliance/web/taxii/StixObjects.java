package org.csoalliance.web.taxii;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.incident.IncidentStatus;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.ShortText;
import org.csoalliance.incident.indicator.CyberIncident;
import org.csoalliance.incident.indicator.Indicator;
import org.csoalliance.platform.sharing.Tlp;

/**
 * STIX 2.1 objects of a cyber incident: an indicator each, where and when it was seen, and a report
 * that binds them. Each carries the TLP 2.0 marking that it obeys.
 */
final class StixObjects {
  /** The alliance as the author of everything. */
  static final String AUTHOR = StixId.of("identity", "csoalliance.org");

  /** When the objects that never change were added. */
  static final Instant CONSTANT = Instant.parse(StixTlp.CREATED);

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String site;

  /**
   * Objects that lead to the pages of the site.
   *
   * @param site the address of the pages without a slash at the end
   */
  StixObjects(String site) {
    this.site = site;
  }

  /** The author and the markings, which every other object refers to. */
  static List<JsonObject> constants() {
    List<JsonObject> objects = new ArrayList<>();
    objects.add(
        Json.createObjectBuilder()
            .add("type", "identity")
            .add("spec_version", "2.1")
            .add("id", AUTHOR)
            .add("created", StixTlp.CREATED)
            .add("modified", StixTlp.CREATED)
            .add("name", "CSO Alliance")
            .add("identity_class", "organization")
            .add("sectors", Json.createArrayBuilder().add("transportation"))
            .build());
    Arrays.stream(Tlp.values()).map(StixTlp::definition).forEach(objects::add);
    return objects;
  }

  /**
   * The objects of one incident, always in the same order; none when no indicator has a pattern.
   */
  List<JsonObject> of(CyberIncident incident) {
    List<JsonObject> objects = new ArrayList<>();
    List<String> refs = new ArrayList<>();
    String location = null;
    IncidentSummary summary = incident.summary();
    for (Indicator indicator : incident.indicators()) {
      Optional<String> pattern = StixPattern.of(indicator);
      if (pattern.isEmpty()) {
        continue;
      }
      if (location == null && summary.position() != null) {
        JsonObject place = location(incident);
        location = place.getString("id");
        objects.add(place);
        refs.add(location);
      }
      JsonObject found = indicator(incident, indicator, pattern.get());
      if (refs.contains(found.getString("id"))) {
        continue; // told twice in one report
      }
      objects.add(found);
      refs.add(found.getString("id"));
      if (location != null) {
        JsonObject seen = sighting(incident, indicator, found.getString("id"), location);
        objects.add(seen);
        refs.add(seen.getString("id"));
      }
    }
    if (!objects.isEmpty()) {
      objects.add(report(incident, refs));
    }
    return objects;
  }

  private JsonObject indicator(CyberIncident incident, Indicator indicator, String pattern) {
    IncidentSummary summary = incident.summary();
    boolean checked = summary.status() != IncidentStatus.REPORTED;
    JsonObjectBuilder object =
        common("indicator", id(incident, indicator, "indicator"), incident, indicator.tlp());
    object.add("name", indicator.type().words() + " of " + summary.reference());
    if (!indicator.note().isEmpty()) {
      object.add("description", indicator.note());
    }
    return object
        .add(
            "indicator_types",
            Json.createArrayBuilder().add(checked ? "malicious-activity" : "unknown"))
        .add("pattern", pattern)
        .add("pattern_type", "stix")
        .add("pattern_version", "2.1")
        .add("valid_from", millis(summary.occurredAt()))
        .build();
  }

  private JsonObject location(CyberIncident incident) {
    IncidentSummary summary = incident.summary();
    JsonObjectBuilder object =
        common("location", StixId.of("location", summary.reference()), incident, summary.tlp());
    if (summary.area() != null && !summary.area().isBlank()) {
      object.add("name", summary.area());
    }
    return object
        .add("latitude", summary.position().latitude())
        .add("longitude", summary.position().longitude())
        .build();
  }

  private JsonObject sighting(
      CyberIncident incident, Indicator indicator, String seen, String location) {
    String at = millis(incident.summary().occurredAt());
    return common("sighting", id(incident, indicator, "sighting"), incident, indicator.tlp())
        .add("first_seen", at)
        .add("last_seen", at)
        .add("count", 1)
        .add("sighting_of_ref", seen)
        .add("where_sighted_refs", Json.createArrayBuilder().add(location))
        .build();
  }

  private JsonObject report(CyberIncident incident, List<String> refs) {
    IncidentSummary summary = incident.summary();
    JsonArrayBuilder all = Json.createArrayBuilder();
    refs.forEach(all::add);
    String title = summary.title();
    return common("report", StixId.of("report", summary.reference()), incident, summary.tlp())
        .add("name", title == null || title.isBlank() ? summary.reference() : title)
        .add("description", ShortText.of(summary))
        .add("report_types", Json.createArrayBuilder().add("indicator"))
        .add("published", millis(incident.reportedAt()))
        .add("object_refs", all)
        .build();
  }

  private JsonObjectBuilder common(String type, String id, CyberIncident incident, Tlp tlp) {
    IncidentSummary summary = incident.summary();
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("type", type)
            .add("spec_version", "2.1")
            .add("id", id)
            .add("created_by_ref", AUTHOR)
            .add("created", millis(incident.reportedAt()))
            .add("modified", millis(modified(incident)));
    if (summary.status() == IncidentStatus.WITHDRAWN) {
      object.add("revoked", true);
    }
    object.add("labels", Json.createArrayBuilder().add(label(summary.status())));
    Integer confidence = confidence(incident.credibility());
    if (confidence != null) {
      object.add("confidence", confidence);
    }
    return object
        .add(
            "external_references",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("source_name", "CSO Alliance")
                        .add("url", site + "/incidents/" + summary.reference())
                        .add("external_id", summary.reference())))
        .add("object_marking_refs", Json.createArrayBuilder().add(StixTlp.id(tlp)));
  }

  private static String label(IncidentStatus status) {
    return status == IncidentStatus.REPORTED
        ? "not-confirmed"
        : status.name().toLowerCase(Locale.ROOT);
  }

  /** Credibility of the Admiralty code on the scale of STIX 2.1, appendix A. */
  private static Integer confidence(Integer credibility) {
    return credibility == null || credibility > 5 ? null : (Integer) (110 - 20 * credibility);
  }

  /** Never before the moment of the report. */
  static Instant modified(CyberIncident incident) {
    Instant changed = incident.summary().updatedAt();
    return changed == null || changed.isBefore(incident.reportedAt())
        ? incident.reportedAt()
        : changed;
  }

  private static String id(CyberIncident incident, Indicator indicator, String type) {
    return StixId.of(
        type, incident.summary().reference(), indicator.type().name(), indicator.value());
  }

  private static String millis(Instant at) {
    return MILLIS.format(at.truncatedTo(ChronoUnit.MILLIS));
  }
}
