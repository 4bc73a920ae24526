package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import org.csoalliance.incident.IncidentSummary;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class IncidentKmlTest {
  private static String kml(IncidentSummary... incidents) {
    StringWriter out = new StringWriter();
    IncidentKml writer = new IncidentKml(out, "https://alliance.example");
    writer.start();
    for (IncidentSummary incident : incidents) {
      writer.placemark(incident);
    }
    writer.end();
    return out.toString();
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  private static String text(Element in, String name) {
    return in.getElementsByTagName(name).item(0).getTextContent();
  }

  @Test
  void hostileTextLeavesItWellFormed() throws Exception {
    String text = "]]></description><Placemark/>&amp; \u0000\uFFFE\uD800 <!ENTITY x> #{7*7}";
    Document read = parse(kml(Samples.withText(text, text), Samples.bare()));
    assertEquals(2, read.getElementsByTagName("Placemark").getLength());
    Element first = (Element) read.getElementsByTagName("Placemark").item(0);
    assertEquals(
        "]]></description><Placemark/>&amp; \uFFFD\uFFFD\uFFFD <!ENTITY x> #{7*7}",
        text(first, "description"));
  }

  @Test
  void aPlaceIsLongitudeThenLatitude() throws Exception {
    Document read = parse(kml(Samples.full(), Samples.bare()));
    Element first = (Element) read.getElementsByTagName("Placemark").item(0);
    assertEquals("-104.05,1.233333", text(first, "coordinates"));
    assertEquals("2026-11-16T04:15:00Z", text(first, "when"));
    Element second = (Element) read.getElementsByTagName("Placemark").item(1);
    assertEquals(0, second.getElementsByTagName("Point").getLength());
  }

  @Test
  void whatMayNotBeSeenIsAbsent() throws Exception {
    String xml = kml(Samples.bare());
    assertFalse(xml.contains("ship_name"), xml);
    NodeList data = parse(kml(Samples.full())).getElementsByTagName("Data");
    boolean label = false;
    for (int i = 0; i < data.getLength(); i++) {
      Element each = (Element) data.item(i);
      label |=
          each.getAttribute("name").equals("tlp")
              && each.getTextContent().strip().equals("TLP:AMBER+STRICT");
    }
    assertTrue(label);
  }

  @Test
  void nothingIsADocumentToo() throws Exception {
    assertEquals(0, parse(kml()).getElementsByTagName("Placemark").getLength());
  }
}
