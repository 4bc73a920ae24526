package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class IncidentAtomTest {
  private final IncidentAtom writer = new IncidentAtom("https://alliance.example");

  @Test
  void hostileTextLeavesTheFeedWellFormed() throws Exception {
    String text = "]]> <b>&amp; \u0000\u0008\uFFFE\uD800 \"x\"\r\n\uD83D\uDEA2 #{7*7}";
    Document feed = parse(writer.feed(List.of(Samples.withText(text, text)), "text=a%26b&kind=X"));
    Element entry = (Element) feed.getElementsByTagName("entry").item(0);
    assertEquals(
        "]]> <b>&amp; \uFFFD\uFFFD\uFFFD\uFFFD \"x\"\r\n\uD83D\uDEA2 #{7*7}",
        text(entry, "summary"));
    assertEquals(
        "tag:csoalliance.org,2026:incidents?text=a%26b&kind=X",
        text(feed.getDocumentElement(), "id"));
  }

  @Test
  void carriesWhatReadersNeed() throws Exception {
    Document feed = parse(writer.feed(List.of(Samples.full(), Samples.bare()), ""));
    Element root = feed.getDocumentElement();
    assertEquals("tag:csoalliance.org,2026:incidents", text(root, "id"));
    assertEquals("2026-11-17T08:00:00Z", text(root, "updated"));
    Element entry = (Element) feed.getElementsByTagName("entry").item(0);
    assertEquals("tag:csoalliance.org,2026:incident/CSOA-2026-00007", text(entry, "id"));
    assertEquals("TLP:AMBER+STRICT", text(entry, "rights"));
    assertEquals("1.233333 -104.05", text(entry, "georss:point"));
    assertEquals(
        "https://alliance.example/incidents/CSOA-2026-00007",
        ((Element) entry.getElementsByTagName("link").item(0)).getAttribute("href"));
  }

  @Test
  void anEmptyFeedIsAFeed() throws Exception {
    Document feed = parse(writer.feed(List.of(), ""));
    assertEquals("1970-01-01T00:00:00Z", text(feed.getDocumentElement(), "updated"));
  }

  private static String text(Element in, String name) {
    return in.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }
}
