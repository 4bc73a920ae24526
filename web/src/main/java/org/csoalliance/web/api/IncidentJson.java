package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.constant;
import static org.csoalliance.web.api.JsonText.degrees;
import static org.csoalliance.web.api.JsonText.number;
import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.stream.JsonGenerator;
import org.csoalliance.incident.IncidentDetail;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.incident.IncidentSharing;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.incident.IncidentVersions;
import org.csoalliance.incident.ShortText;
import org.csoalliance.incident.StatusChange;
import org.csoalliance.incident.twin.Accounts;

/** Writes incidents as JSON. */
final class IncidentJson {
  private final Links links;

  IncidentJson(Links links) {
    this.links = links;
  }

  /** A page of the list, with the cursor of the next one when there is one. */
  void page(JsonGenerator json, IncidentPage page) {
    json.writeStartObject();
    json.writeStartArray("items");
    page.items().forEach(incident -> summary(json, incident));
    json.writeEnd();
    text(json, "next", page.next());
    json.writeEnd();
  }

  /** An incident as an item of a list. */
  void summary(JsonGenerator json, IncidentSummary incident) {
    json.writeStartObject();
    members(json, incident);
    json.writeEnd();
  }

  /** An incident alone: what the list says, and what its page says beyond it. */
  void detail(JsonGenerator json, IncidentDetail incident) {
    json.writeStartObject();
    members(json, incident.summary());
    constant(json, "persons_harmed", incident.personsHarmed());
    text(json, "harm_note", incident.harmNote());
    text(json, "told", incident.told());
    text(json, "contact", incident.contact());
    text(json, "reporter", incident.reporterName());
    text(json, "company", incident.companyName());
    time(json, "reported_at", incident.reportedAt());
    json.write("version", incident.version());
    if (incident.parts().get(IncidentSharing.class) instanceof IncidentSharing sharing) {
      sharing(json, sharing);
    }
    if (incident.parts().get(Accounts.class) instanceof Accounts accounts) {
      text(json, "merged_into", accounts.survivor());
      json.writeStartArray("accounts");
      accounts.others().forEach(account -> json.write(account.reference()));
      json.writeEnd();
    }
    versions(json, incident);
    json.writeStartArray("history");
    incident.history().forEach(change -> change(json, change));
    json.writeEnd();
    json.writeEnd();
  }

  /** What the own side and editors read of it beside the label, and the steps of the label. */
  private static void sharing(JsonGenerator json, IncidentSharing sharing) {
    json.writeStartObject("sharing");
    if (sharing.disclosure() != null) {
      constant(json, "attribution", sharing.disclosure().attribution());
      json.write("may_pass_flag", sharing.disclosure().mayPassFlag());
      json.write("may_pass_navy", sharing.disclosure().mayPassNavy());
      json.write("may_pass_imb", sharing.disclosure().mayPassImb());
    }
    if (sharing.exactPosition() != null) {
      json.write("exact_latitude", degrees(sharing.exactPosition().latitude()));
      json.write("exact_longitude", degrees(sharing.exactPosition().longitude()));
    }
    time(json, "exact_occurred_at", sharing.exactOccurredAt());
    json.writeStartArray("groups");
    sharing.groups().forEach(group -> json.write(group.name()));
    json.writeEnd();
    json.writeStartArray("labels");
    for (IncidentSharing.LabelChange change : sharing.changes()) {
      json.writeStartObject();
      time(json, "at", change.at());
      json.write("from", change.from().label());
      json.write("to", change.to().label());
      constant(json, "state", change.state());
      text(json, "reason", change.reason());
      text(json, "actor", change.askedBy());
      text(json, "confirmed_by", change.decidedBy());
      json.writeEnd();
    }
    json.writeEnd();
    json.writeEnd();
  }

  private static void versions(JsonGenerator json, IncidentDetail incident) {
    Object part = incident.parts().get(IncidentVersions.class);
    if (!(part instanceof IncidentVersions all)) {
      return;
    }
    text(json, "reliability", all.reliability());
    number(json, "credibility", all.credibility());
    IncidentVersions.Version newest = all.newest();
    if (newest != null) {
      json.write("report_version", newest.number());
      json.write("form", newest.form().name());
      json.write("form_version", newest.formVersion());
      json.write("details", DetailsJson.written(newest.details()));
      text(json, "severity_why", all.severityWhy());
      if (all.law() != null) {
        json.write("law", all.law().law().name());
      }
    }
  }

  /** The members alone, for an object that the caller has opened. */
  void members(JsonGenerator json, IncidentSummary incident) {
    json.write("reference", incident.reference());
    constant(json, "kind", incident.kind());
    constant(json, "status", incident.status());
    number(json, "severity", incident.severity());
    time(json, "occurred_at", incident.occurredAt());
    constant(json, "occurred_precision", incident.precision());
    number(json, "utc_offset_minutes", incident.utcOffsetMinutes());
    if (incident.position() != null) {
      json.write("latitude", degrees(incident.position().latitude()));
      json.write("longitude", degrees(incident.position().longitude()));
      if (incident.blurNm() > 0) {
        json.write("blur_nm", incident.blurNm());
      }
    }
    text(json, "area", incident.area());
    if (incident.tlp() != null) {
      json.write("tlp", incident.tlp().label());
    }
    text(json, "title", incident.title());
    text(json, "text", incident.text());
    json.write("short_text", ShortText.of(incident));
    ship(json, incident);
    source(json, incident);
    time(json, "updated_at", incident.updatedAt());
    json.writeStartObject("links");
    json.write("self", links.incident(incident.reference()));
    json.write("page", links.page(incident.reference()));
    json.writeEnd();
  }

  private static void ship(JsonGenerator json, IncidentSummary incident) {
    if (blank(incident.shipName())
        && blank(incident.shipImo())
        && blank(incident.shipType())
        && blank(incident.shipFlag())) {
      return;
    }
    json.writeStartObject("ship");
    text(json, "name", incident.shipName());
    text(json, "imo", incident.shipImo());
    text(json, "type", incident.shipType());
    text(json, "flag", incident.shipFlag());
    json.writeEnd();
  }

  private static void source(JsonGenerator json, IncidentSummary incident) {
    if (incident.source() == null) {
      return;
    }
    json.writeStartObject("source");
    json.write("code", incident.source().name());
    json.write("name", incident.source().label());
    text(json, "reference", incident.sourceReference());
    text(json, "words", incident.sourceWords());
    json.writeEnd();
  }

  private static void change(JsonGenerator json, StatusChange change) {
    json.writeStartObject();
    time(json, "at", change.at());
    constant(json, "from", change.from());
    constant(json, "to", change.to());
    number(json, "severity", change.severity());
    text(json, "reason", change.reason());
    text(json, "actor", change.actorName());
    json.writeEnd();
  }

  private static boolean blank(String text) {
    return text == null || text.isEmpty();
  }
}
