package org.csoalliance.web.api;

import static org.csoalliance.web.api.JsonText.constant;
import static org.csoalliance.web.api.JsonText.text;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.csoalliance.membership.group.GroupSummary;

/** Writes groups as JSON. */
final class GroupJson {
  private final Links links;

  GroupJson(Links links) {
    this.links = links;
  }

  /** The list; there is no second page. */
  void list(JsonGenerator json, List<GroupSummary> groups) {
    json.writeStartObject();
    json.writeStartArray("items");
    groups.forEach(group -> group(json, group));
    json.writeEnd();
    json.writeEnd();
  }

  private void group(JsonGenerator json, GroupSummary group) {
    json.writeStartObject();
    json.write("slug", group.slug());
    json.write("name", group.name());
    json.write("purpose", group.purpose());
    constant(json, "kind", group.kind());
    json.write("hidden", group.hidden());
    constant(json, "rule", group.rule());
    text(json, "ends_on", group.endsOn() == null ? null : group.endsOn().toString());
    json.write("members", group.members());
    constant(json, "standing", group.mine());
    json.write("moderating", group.moderating());
    json.writeStartObject("links");
    json.write("page", links.groupPage(group.slug()));
    json.writeEnd();
    json.writeEnd();
  }
}
