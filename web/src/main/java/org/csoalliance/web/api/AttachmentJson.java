package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.constant;
import static org.csoalliance.web.api.JsonText.text;
import static org.csoalliance.web.api.JsonText.time;

import jakarta.json.stream.JsonGenerator;
import org.csoalliance.incident.attachment.Attachment;
import org.csoalliance.incident.attachment.Attachments;

/** Writes the files of an incident as JSON. */
final class AttachmentJson {
  private final Links links;

  AttachmentJson(Links links) {
    this.links = links;
  }

  void list(JsonGenerator json, Attachments all) {
    json.writeStartObject();
    json.writeStartArray("items");
    all.files().forEach(file -> file(json, file));
    json.writeEnd();
    json.writeEnd();
  }

  /** One file; what others may not open has no content link. */
  void file(JsonGenerator json, Attachment file) {
    json.writeStartObject();
    json.write("id", file.id());
    json.write("incident", file.reference());
    json.write("name", file.fileName());
    constant(json, "type", file.type());
    json.write("size", file.size());
    json.write("sha256", file.sha256());
    text(json, "description", file.description());
    constant(json, "state", file.state());
    constant(json, "side", file.side());
    if (file.updateId() != null) {
      json.write("answer", file.updateId());
    }
    time(json, "added_at", file.addedAt());
    text(json, "added_by", file.uploader());
    if (file.copyType() != null) {
      json.writeStartObject("copy");
      constant(json, "type", file.copyType());
      json.write("size", file.copySize());
      json.write("sha256", file.copySha256());
      json.writeEnd();
    }
    json.writeStartObject("links");
    if (file.shown()) {
      json.write("content", links.attachment(file.reference(), file.id()));
    }
    json.write("page", links.page(file.reference()) + "/files");
    json.writeEnd();
    json.writeEnd();
  }
}
