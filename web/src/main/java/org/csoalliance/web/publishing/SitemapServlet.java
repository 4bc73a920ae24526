package org.csoalliance.web.publishing;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.publishing.ArticleLine;
import org.csoalliance.publishing.NewsService;
import org.csoalliance.web.shared.XmlText;

/** The public addresses for search engines (sitemaps.org), the same whoever asks. */
@WebServlet("/sitemap.xml")
public class SitemapServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 20_000;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/why",
          "/why/connecting",
          "/why/communicating",
          "/why/confirming",
          "/why/collaborating",
          "/news",
          "/first-response",
          "/incidents",
          "/statistics",
          "/contact",
          "/join");

  @EJB private transient NewsService news;
  @EJB private transient FirstResponseListService reports;
  @Inject private transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StringBuilder xml = new StringBuilder(4096);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    PAGES.forEach(page -> url(xml, page, null));
    for (ArticleLine line : news.ofThePublicLines(MOST)) {
      url(xml, "/news/" + line.slug(), line.updatedAt());
    }
    reports
        .ofThePublic(MOST)
        .forEach(line -> url(xml, "/first-response/" + line.slug(), line.updatedAt()));
    byte[] body = xml.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/xml;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private void url(StringBuilder xml, String path, Instant at) {
    xml.append("  <url><loc>").append(XmlText.escaped(settings.baseUrl() + path));
    xml.append("</loc>");
    if (at != null) {
      xml.append("<lastmod>").append(at).append("</lastmod>");
    }
    xml.append("</url>\n");
  }
}
