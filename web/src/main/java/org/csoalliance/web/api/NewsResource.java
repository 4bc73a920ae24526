package org.csoalliance.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.publishing.Article;
import org.csoalliance.publishing.Markdown;
import org.csoalliance.publishing.NewsService;
import org.csoalliance.publishing.Part;
import org.csoalliance.web.shared.AtomXml;
import org.csoalliance.web.shared.XmlText;

/**
 * Bulletins and news as an Atom feed (RFC 4287), as the caller may see them: everybody what is
 * public, a member with a token what members read as well. A section that is not for the caller is
 * not there.
 */
@Path("/")
public class NewsResource {
  private static final String TAG = "tag:csoalliance.org,2026:news";
  private static final int ENTRIES = 20;

  @Inject private NewsService news;
  @Inject private Settings settings;

  /** The newest twenty. */
  @GET
  @Path("news.atom")
  @Produces("application/atom+xml")
  public Response atom(@Context Request request) {
    byte[] feed = feed(news.newestArticles(ENTRIES), settings.baseUrl()).getBytes(UTF_8);
    return Conditional.answer(request, "application/atom+xml;charset=utf-8", feed);
  }

  static String feed(List<Article> articles, String site) {
    Instant updated =
        articles.stream()
            .map(Article::updatedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    StringBuilder xml = new StringBuilder(16_384);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n");
    AtomXml.element(xml, "  ", "id", TAG);
    AtomXml.element(xml, "  ", "title", "CSO Alliance: bulletins and news");
    AtomXml.element(xml, "  ", "updated", updated.toString());
    xml.append("  <author><name>CSO Alliance</name></author>\n");
    AtomXml.link(xml, "  ", "self", "application/atom+xml", site + "/api/v1/news.atom");
    AtomXml.link(xml, "  ", "alternate", "text/html", site + "/news");
    for (Article article : articles) {
      xml.append("  <entry>\n");
      AtomXml.element(xml, "    ", "id", TAG + "/" + article.id());
      AtomXml.element(xml, "    ", "title", article.title());
      AtomXml.element(xml, "    ", "published", article.publishedAt().toString());
      AtomXml.element(xml, "    ", "updated", article.updatedAt().toString());
      AtomXml.link(xml, "    ", "alternate", "text/html", site + "/news/" + article.slug());
      AtomXml.element(xml, "    ", "summary", article.description());
      xml.append("    <content type=\"html\">").append(XmlText.escaped(html(article, site)));
      xml.append("</content>\n  </entry>\n");
    }
    return xml.append("</feed>\n").toString();
  }

  private static String html(Article article, String site) {
    StringBuilder html = new StringBuilder(8192).append(article.introduction());
    for (Part part : article.parts()) {
      html.append("<h2>").append(XmlText.escaped(part.title())).append("</h2>");
      html.append(part.teaser()).append(part.text());
    }
    return html.toString().replace(Markdown.SITE + "/", site + "/");
  }
}
