package org.csoalliance.web.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.web.shared.AtomXml;
import org.csoalliance.web.shared.XmlText;

/**
 * Writes an Atom feed (RFC 4287) with a GeoRSS point for each place. Ids are tag URIs (RFC 4151),
 * so that they outlive a move to another host.
 */
final class IncidentAtom {
  private static final String TAG = "tag:csoalliance.org,2026:";

  private final String site;

  /**
   * @param site the address of the pages without a slash at the end
   */
  IncidentAtom(String site) {
    this.site = site;
  }

  /**
   * The feed.
   *
   * @param query what was selected, encoded as in an address; empty for everything
   */
  String feed(List<IncidentSummary> incidents, String query) {
    String suffix = query.isEmpty() ? "" : "?" + query;
    Instant updated =
        incidents.stream()
            .map(IncidentSummary::updatedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    StringBuilder xml = new StringBuilder(4096);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    xml.append(" xmlns:georss=\"http://www.georss.org/georss\" xml:lang=\"en\">\n");
    AtomXml.element(xml, "  ", "id", TAG + "incidents" + suffix);
    AtomXml.element(xml, "  ", "title", "CSO Alliance: incidents");
    AtomXml.element(xml, "  ", "updated", updated.toString());
    xml.append("  <author><name>CSO Alliance</name></author>\n");
    AtomXml.link(
        xml, "  ", "self", "application/atom+xml", site + "/api/v1/incidents.atom" + suffix);
    AtomXml.link(xml, "  ", "alternate", "text/html", site + "/incidents" + suffix);
    incidents.forEach(incident -> entry(xml, incident));
    return xml.append("</feed>\n").toString();
  }

  private void entry(StringBuilder xml, IncidentSummary incident) {
    xml.append("  <entry>\n");
    AtomXml.element(xml, "    ", "id", TAG + "incident/" + incident.reference());
    AtomXml.element(xml, "    ", "title", title(incident));
    Instant updated = incident.updatedAt() == null ? incident.occurredAt() : incident.updatedAt();
    AtomXml.element(xml, "    ", "updated", updated.toString());
    AtomXml.link(
        xml, "    ", "alternate", "text/html", site + "/incidents/" + incident.reference());
    category(xml, "kind", incident.kind());
    category(xml, "status", incident.status());
    if (incident.tlp() != null) {
      AtomXml.element(xml, "    ", "rights", incident.tlp().label());
    }
    if (incident.source() != null) {
      xml.append("    <author><name>").append(XmlText.escaped(incident.source().label()));
      xml.append("</name></author>\n");
    }
    AtomXml.element(xml, "    ", "summary", Objects.requireNonNullElse(incident.text(), ""));
    Position position = incident.position();
    if (position != null) {
      AtomXml.element(
          xml,
          "    ",
          "georss:point",
          JsonText.degrees(position.latitude()) + " " + JsonText.degrees(position.longitude()));
    }
    xml.append("  </entry>\n");
  }

  private static String title(IncidentSummary incident) {
    String title = incident.title();
    return title == null || title.isBlank() ? incident.reference() : title;
  }

  private static void category(StringBuilder xml, String scheme, Enum<?> term) {
    if (term != null) {
      xml.append("    <category scheme=\"").append(TAG).append(scheme).append("\" term=\"");
      xml.append(term.name()).append("\"/>\n");
    }
  }
}
