package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.constant;
import static org.csoalliance.web.api.JsonText.degrees;
import static org.csoalliance.web.api.JsonText.number;
import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.csoalliance.incident.firstresponse.Block;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.incident.firstresponse.ReportLine;
import org.csoalliance.incident.firstresponse.VersionLine;

/** Writes first response reports as JSON. */
final class FirstResponseJson {
  private final Links links;

  FirstResponseJson(Links links) {
    this.links = links;
  }

  /**
   * A page of the list.
   *
   * @param next the cursor of the next one; null: this is the last
   */
  void page(JsonGenerator json, List<ReportLine> lines, String next) {
    json.writeStartObject();
    json.writeStartArray("items");
    lines.forEach(line -> line(json, line));
    json.writeEnd();
    text(json, "next", next);
    json.writeEnd();
  }

  private void line(JsonGenerator json, ReportLine line) {
    json.writeStartObject();
    json.write("reference", line.reference());
    json.write("title", line.title());
    constant(json, "kind", line.kind());
    number(json, "severity", line.severity());
    text(json, "area", line.area());
    json.write("tlp", line.label().label());
    text(json, "lead", line.lead());
    json.write("version", line.number());
    constant(json, "step", line.step());
    time(json, "published_at", line.publishedAt());
    time(json, "updated_at", line.updatedAt());
    links(json, line.reference(), line.slug());
    json.writeEnd();
  }

  /** A report; of a withdrawn one, when and why, and nothing else. */
  void report(JsonGenerator json, Report report) {
    json.writeStartObject();
    json.write("reference", report.reference());
    constant(json, "state", report.state());
    json.write("tlp", report.label().label());
    json.write("version", report.number());
    time(json, "published_at", report.publishedAt());
    time(json, "updated_at", report.versionAt());
    time(json, "withdrawn_at", report.withdrawnAt());
    text(json, "withdrawn_reason", report.withdrawnReason());
    if (report.content() != null) {
      content(json, report.content());
      json.writeStartArray("versions");
      report.versions().forEach(version -> version(json, version));
      json.writeEnd();
      json.writeStartArray("incidents");
      report.incidents().forEach(source -> json.write(source.reference()));
      json.writeEnd();
    }
    links(json, report.reference(), report.slug());
    json.writeEnd();
  }

  private static void content(JsonGenerator json, Content content) {
    json.write("title", content.title());
    constant(json, "kind", content.kind());
    number(json, "severity", content.severity());
    time(json, "occurred_at", content.occurredAt());
    constant(json, "occurred_precision", content.occurredAt() == null ? null : content.precision());
    if (content.position() != null) {
      json.write("latitude", degrees(content.position().latitude()));
      json.write("longitude", degrees(content.position().longitude()));
    }
    text(json, "area", content.area());
    json.writeStartArray("parts");
    for (Block block : content.blocks()) {
      json.writeStartObject();
      constant(json, "part", block.part());
      time(json, "at", block.at());
      json.write("tlp", content.label(block).label());
      json.write("text", block.text());
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void version(JsonGenerator json, VersionLine version) {
    json.writeStartObject();
    json.write("version", version.number());
    constant(json, "step", version.step());
    text(json, "note", version.note());
    time(json, "at", version.at());
    json.write("editor", version.editor());
    json.writeEnd();
  }

  private void links(JsonGenerator json, String reference, String slug) {
    json.writeStartObject("links");
    json.write("self", links.firstResponse(reference));
    json.write("page", links.firstResponsePage(slug));
    json.write("pdf", links.firstResponsePage(slug) + "/pdf");
    json.writeEnd();
  }
}
