package org.csoalliance.publishing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Markdown (CommonMark) into HTML of a narrow list: paragraphs, emphasis, lists, quotations, two
 * headings, links and our own pictures. HTML that was typed is shown as typed. Two libraries guard
 * in turn, so that a hole in one opens nothing.
 *
 * <p>Addresses of the platform begin with {@link #SITE}; who sends the text puts the context path
 * or the whole address in its place.
 */
public final class Markdown {
  /** Stands for the platform's own address in rendered text. */
  public static final String SITE = "/~";

  private static final int DEEPEST = 24;
  private static final int MOST_MARKS = 400;
  private static final Pattern PICTURE = Pattern.compile("picture:([0-9]{1,18})");
  private static final Pattern LINK =
      Pattern.compile("(?i)(https?://|mailto:)[^\\s]+|/(?![/\\\\])[^\\s\\\\]*|#[a-z0-9-]+");

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(
              Set.of(Heading.class, ThematicBreak.class, ListBlock.class, BlockQuote.class))
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(
              new UrlSanitizer() {
                @Override
                public String sanitizeLinkUrl(String url) {
                  return LINK.matcher(url).matches() ? url : "";
                }

                @Override
                public String sanitizeImageUrl(String url) {
                  return PICTURE.matcher(url).matches() ? url : "";
                }
              })
          .build();
  private static final Cleaner CLEANER =
      new Cleaner(
          new Safelist()
              .addTags("p", "br", "hr", "em", "strong", "code", "blockquote", "ul", "ol", "li")
              .addTags("h3", "h4", "a", "img")
              .addAttributes("ol", "start")
              .addAttributes("a", "href")
              .addAttributes("img", "src", "alt")
              .addProtocols("a", "href", "http", "https", "mailto")
              .addProtocols("img", "src", "picture")
              .preserveRelativeLinks(true));

  private Markdown() {}

  /** Whether the text can be rendered: not wound into itself for dozens of levels. */
  static boolean sound(String markdown) {
    // the parser walks into emphasis by recursion, so that thousands of stars would end its stack
    for (String paragraph : markdown.split("\\n\\s*\\n")) {
      if (paragraph.chars().filter(sign -> "*_[".indexOf(sign) >= 0).count() > MOST_MARKS) {
        return false;
      }
    }
    Node node = PARSER.parse(markdown);
    int depth = 0;
    Node at = node;
    while (at != null) {
      if (at.getFirstChild() != null) {
        at = at.getFirstChild();
        if (++depth > DEEPEST * 2) {
          return false;
        }
        continue;
      }
      while (at != null && at != node && at.getNext() == null) {
        at = at.getParent();
        depth--;
      }
      at = at == null || at == node ? null : at.getNext();
    }
    return true;
  }

  /** The numbers of the pictures that the text shows. */
  static Set<Long> pictures(String markdown) {
    return body(markdown).select("img").stream()
        .map(img -> PICTURE.matcher(img.attr("src")))
        .filter(Matcher::matches)
        .map(found -> Long.valueOf(found.group(1)))
        .collect(Collectors.toSet());
  }

  /**
   * For a page.
   *
   * @param pictures those that may be shown, by number; others are left out
   */
  static String html(String markdown, Map<Long, Picture> pictures) {
    Element body = body(markdown);
    for (Element img : body.select("img")) {
      Picture picture = picture(img, pictures);
      if (picture == null) {
        img.remove();
        continue;
      }
      String address = SITE + "/news/pictures/" + picture.id() + "/";
      List<Integer> widths = picture.widths();
      img.attr("src", address + widths.get(Math.min(1, widths.size() - 1)))
          .attr("alt", alt(img, picture))
          .attr("width", String.valueOf(picture.width()))
          .attr("height", String.valueOf(picture.height()))
          .attr("loading", "lazy");
      if (widths.size() > 1) {
        img.attr(
                "srcset",
                widths.stream()
                    .map(w -> address + w + " " + w + "w")
                    .collect(Collectors.joining(", ")))
            .attr("sizes", "(min-width: 48rem) 40rem, 100vw");
      }
    }
    return body.html().strip();
  }

  /** For a mail: every style stands at its element, and a picture is its words. */
  static String mailHtml(String markdown, Map<Long, Picture> pictures) {
    Element body = body(markdown);
    for (Element img : body.select("img")) {
      Picture picture = picture(img, pictures);
      if (picture == null) {
        img.remove();
      } else {
        img.replaceWith(new Element("em").text("[Picture: " + alt(img, picture) + "]"));
      }
    }
    body.select("p").attr("style", "margin:0 0 14px");
    body.select("a").attr("style", "color:#0a5a80");
    body.select("h3").attr("style", "margin:18px 0 6px;font-size:17px");
    body.select("h4").attr("style", "margin:14px 0 4px;font-size:16px");
    body.select("ul,ol").attr("style", "margin:0 0 14px;padding-left:22px");
    body.select("blockquote")
        .attr("style", "margin:0 0 14px;padding-left:12px;border-left:3px solid #758892");
    return body.html();
  }

  /** For a mail in plain text: lines of at most 72 signs, links behind their words. */
  static String plain(String markdown, Map<Long, Picture> pictures) {
    return PlainMarkdown.of(
        body(markdown),
        img -> {
          Picture picture = picture(img, pictures);
          return picture == null ? "" : alt(img, picture);
        });
  }

  /** The words in one line, without links and pictures, for descriptions and search. */
  static String words(String markdown) {
    Element body = body(markdown);
    body.select("img").remove();
    return body.text().strip();
  }

  private static Element body(String markdown) {
    Document dirty =
        Jsoup.parseBodyFragment(
            RENDERER.render(PARSER.parse(markdown)), "https://alliance.invalid/");
    dirty.select("h1,h2").tagName("h3");
    dirty.select("h5,h6").tagName("h4");
    Document clean = CLEANER.clean(dirty);
    clean.outputSettings().prettyPrint(false);
    for (Element link : clean.select("a")) {
      String href = link.attr("href");
      if (href.isEmpty() || href.startsWith("//")) {
        link.unwrap();
      } else if (href.startsWith("/")) {
        link.attr("href", SITE + href);
      } else if (href.toLowerCase(java.util.Locale.ROOT).startsWith("http")) {
        link.attr("rel", "noopener noreferrer");
      }
    }
    return clean.body();
  }

  private static Picture picture(Element img, Map<Long, Picture> pictures) {
    Matcher found = PICTURE.matcher(img.attr("src"));
    return found.matches() ? pictures.get(Long.valueOf(found.group(1))) : null;
  }

  private static String alt(Element img, Picture picture) {
    return img.attr("alt").isBlank() ? picture.alt() : img.attr("alt");
  }
}
