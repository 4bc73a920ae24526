package org.csoalliance.web.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.platform.geo.Position;

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
    element(xml, "  ", "id", TAG + "incidents" + suffix);
    element(xml, "  ", "title", "CSO Alliance: incidents");
    element(xml, "  ", "updated", updated.toString());
    xml.append("  <author><name>CSO Alliance</name></author>\n");
    link(xml, "  ", "self", "application/atom+xml", site + "/api/v1/incidents.atom" + suffix);
    link(xml, "  ", "alternate", "text/html", site + "/incidents" + suffix);
    incidents.forEach(incident -> entry(xml, incident));
    return xml.append("</feed>\n").toString();
  }

  private void entry(StringBuilder xml, IncidentSummary incident) {
    xml.append("  <entry>\n");
    element(xml, "    ", "id", TAG + "incident/" + incident.reference());
    element(xml, "    ", "title", title(incident));
    Instant updated = incident.updatedAt() == null ? incident.occurredAt() : incident.updatedAt();
    element(xml, "    ", "updated", updated.toString());
    link(xml, "    ", "alternate", "text/html", site + "/incidents/" + incident.reference());
    category(xml, "kind", incident.kind());
    category(xml, "status", incident.status());
    if (incident.tlp() != null) {
      element(xml, "    ", "rights", incident.tlp().label());
    }
    if (incident.source() != null) {
      xml.append("    <author><name>").append(escape(incident.source().label()));
      xml.append("</name></author>\n");
    }
    element(xml, "    ", "summary", Objects.requireNonNullElse(incident.text(), ""));
    Position position = incident.position();
    if (position != null) {
      element(
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

  private static void link(StringBuilder xml, String indent, String rel, String type, String href) {
    xml.append(indent).append("<link rel=\"").append(rel).append("\" type=\"").append(type);
    xml.append("\" href=\"").append(escape(href)).append("\"/>\n");
  }

  private static void element(StringBuilder xml, String indent, String name, String text) {
    xml.append(indent).append('<').append(name).append('>').append(escape(text));
    xml.append("</").append(name).append(">\n");
  }

  /** Escapes mark-up; what XML 1.0 cannot carry at all becomes U+FFFD. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
