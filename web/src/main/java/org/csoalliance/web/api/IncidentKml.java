package org.csoalliance.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;
import org.csoalliance.incident.IncidentSummary;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.web.shared.XmlText;

/**
 * Writes KML 2.2 (OGC 07-147r2) for charts and globes: a placemark for each incident, with a point
 * where it has a position and a time where it happened. Nothing in it refers to another address
 * that a program would load by itself.
 */
final class IncidentKml {
  private final Writer out;
  private final String site;

  /**
   * Writes to the given writer.
   *
   * @param site the address of the pages without a slash at the end
   */
  IncidentKml(Writer out, String site) {
    this.out = out;
    this.site = site;
  }

  /** Everything before the first incident. */
  void start() {
    write(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<kml xmlns=\"http://www.opengis.net/kml/2.2\""
            + " xmlns:atom=\"http://www.w3.org/2005/Atom\">\n"
            + "<Document>\n  <name>CSO Alliance: incidents</name>\n");
  }

  /** One incident. */
  void placemark(IncidentSummary incident) {
    StringBuilder xml = new StringBuilder(1024);
    xml.append("  <Placemark id=\"").append(XmlText.escaped(incident.reference()));
    xml.append("\">\n");
    String title = incident.title();
    element(xml, "name", title == null || title.isBlank() ? incident.reference() : title);
    xml.append("    <atom:link rel=\"alternate\" type=\"text/html\" href=\"");
    xml.append(XmlText.escaped(site + "/incidents/" + incident.reference()));
    xml.append("\"/>\n");
    element(xml, "description", Objects.requireNonNullElse(incident.text(), ""));
    if (incident.occurredAt() != null) {
      xml.append("    <TimeStamp><when>").append(incident.occurredAt());
      xml.append("</when></TimeStamp>\n");
    }
    xml.append("    <ExtendedData>\n");
    data(xml, "reference", incident.reference());
    data(xml, "kind", incident.kind());
    data(xml, "status", incident.status());
    data(xml, "severity", incident.severity());
    data(xml, "occurred_precision", incident.precision());
    data(xml, "area", incident.area());
    data(xml, "tlp", incident.tlp() == null ? null : incident.tlp().label());
    data(xml, "ship_name", incident.shipName());
    data(xml, "ship_imo", incident.shipImo());
    data(xml, "ship_type", incident.shipType());
    data(xml, "ship_flag", incident.shipFlag());
    data(xml, "source", incident.source() == null ? null : incident.source().label());
    data(xml, "source_reference", incident.sourceReference());
    data(xml, "updated_at", incident.updatedAt());
    xml.append("    </ExtendedData>\n");
    Position position = incident.position();
    if (position != null) {
      xml.append("    <Point><coordinates>").append(JsonText.degrees(position.longitude()));
      xml.append(',').append(JsonText.degrees(position.latitude()));
      xml.append("</coordinates></Point>\n");
    }
    write(xml.append("  </Placemark>\n").toString());
  }

  /** Everything after the last incident. */
  void end() {
    write("</Document>\n</kml>\n");
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append("    <").append(name).append('>').append(XmlText.escaped(text));
    xml.append("</").append(name).append(">\n");
  }

  private static void data(StringBuilder xml, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      xml.append("      <Data name=\"").append(name).append("\"><value>");
      xml.append(XmlText.escaped(value.toString())).append("</value></Data>\n");
    }
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
