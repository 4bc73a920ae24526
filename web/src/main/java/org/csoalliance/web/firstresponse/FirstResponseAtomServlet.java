package org.csoalliance.web.firstresponse;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.incident.firstresponse.ReportLine;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.web.shared.AtomXml;

/**
 * The reports as an Atom feed (RFC 4287), as the caller may see them: everybody the public ones, a
 * member with a token those of members as well.
 */
@WebServlet("/first-response.atom")
public class FirstResponseAtomServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String TAG = "tag:csoalliance.org,2026:";
  private static final int ENTRIES = 50;

  @EJB private transient FirstResponseListService reports;
  @Inject private transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] feed =
        feed(reports.newest(null, ENTRIES), settings.baseUrl()).getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/atom+xml;charset=UTF-8");
    response.setContentLength(feed.length);
    response.getOutputStream().write(feed);
  }

  static String feed(List<ReportLine> lines, String site) {
    Instant updated =
        lines.stream()
            .map(ReportLine::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    StringBuilder xml = new StringBuilder(4096);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
    AtomXml.element(xml, "  ", "id", TAG + "first-response");
    AtomXml.element(xml, "  ", "title", "CSO Alliance: first response reports");
    AtomXml.element(xml, "  ", "updated", updated.toString());
    xml.append("  <author><name>CSO Alliance</name></author>\n");
    AtomXml.link(xml, "  ", "self", "application/atom+xml", site + "/first-response.atom");
    AtomXml.link(xml, "  ", "alternate", "text/html", site + "/first-response");
    for (ReportLine line : lines) {
      xml.append("  <entry>\n");
      AtomXml.element(xml, "    ", "id", TAG + "first-response/" + line.reference());
      AtomXml.element(xml, "    ", "title", line.title());
      AtomXml.element(xml, "    ", "published", line.publishedAt().toString());
      AtomXml.element(xml, "    ", "updated", line.updatedAt().toString());
      AtomXml.link(xml, "    ", "alternate", "text/html", site + "/first-response/" + line.slug());
      AtomXml.element(xml, "    ", "rights", line.label().label());
      AtomXml.element(xml, "    ", "summary", line.lead());
      xml.append("  </entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }
}
