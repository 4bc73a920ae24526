package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.constant;
import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.stream.JsonGenerator;
import org.csoalliance.incident.importing.ImportProgress;

/** Writes how an import goes. */
final class ImportJson {
  private final Links links;

  ImportJson(Links links) {
    this.links = links;
  }

  /** The job; refusals and possible duplicates are there even when there are none. */
  void write(JsonGenerator json, ImportProgress job) {
    json.writeStartObject();
    json.write("id", job.id());
    constant(json, "state", job.state());
    text(json, "file", job.fileName());
    text(json, "failure", job.failure());
    text(json, "note", job.note());
    json.write("total", job.total());
    json.write("done", job.done());
    json.write("imported", job.imported());
    json.write("updated", job.updated());
    json.write("duplicates", job.duplicates());
    json.write("unchanged", job.unchanged());
    json.write("refused", job.refused());
    json.writeStartArray("refusals");
    for (ImportProgress.Refusal refusal : job.refusals()) {
      json.writeStartObject();
      json.write("line", refusal.line());
      text(json, "reason", refusal.reason());
      json.writeEnd();
    }
    json.writeEnd();
    json.writeStartArray("possible_duplicates");
    for (ImportProgress.PossibleDuplicate twin : job.possibleDuplicates()) {
      json.writeStartObject();
      json.write("line", twin.line());
      text(json, "source_reference", twin.sourceReference());
      text(json, "twin_reference", twin.twinReference());
      text(json, "twin_source_reference", twin.twinSourceReference());
      text(json, "reason", twin.reason());
      text(json, "text", twin.text());
      json.writeEnd();
    }
    json.writeEnd();
    text(json, "started_by", job.startedBy());
    time(json, "started_at", job.startedAt());
    time(json, "ended_at", job.endedAt());
    json.writeStartObject("links");
    json.write("self", links.importJob(job.id()));
    json.writeEnd();
    json.writeEnd();
  }
}
