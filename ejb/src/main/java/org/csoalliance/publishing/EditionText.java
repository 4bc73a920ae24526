package org.csoalliance.publishing;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.csoalliance.platform.mail.BulkMail;
import org.csoalliance.platform.security.Reader;

/**
 * A bulletin as a mail, in plain text and in HTML: title, introduction, and of each section that
 * the reader may see its beginning with a link to the rest. HTML without tables, pictures and style
 * sheets, so that it survives mail programs and costs a ship few bytes. Its HTML stays below {@link
 * #MOST_HTML}: what does not fit is a title with a link to the page.
 */
final class EditionText {
  /** In bytes; Gmail cuts a mail at 102 KB and hides the link that ends the list. */
  static final int MOST_HTML = 100_000;

  /** Room for titles, links and the foot. */
  private static final int FOR_THE_REST = 40_000;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final String RULE = "-".repeat(60);

  private final BulletinSql.Row row;
  private final Map<Long, Picture> pictures;
  private final String site;

  EditionText(BulletinSql.Row row, List<Picture> pictures, String site) {
    this.row = row;
    this.pictures = StoredArticle.byNumber(pictures);
    this.site = site;
  }

  /** What the reader may see of it, for whoever sees the same; null: not even that it exists. */
  String seen(Reader reader) {
    if (!Readers.mayRead(reader, row.content().audience(), java.util.Set.of())) {
      return null;
    }
    List<Section> sections = row.content().sections();
    return row.version()
        + ":"
        + IntStream.range(0, sections.size())
            .filter(
                at ->
                    Readers.mayRead(reader, sections.get(at).audience(), sections.get(at).groups()))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
  }

  private List<Section> sections(Reader reader) {
    return row.content().sections().stream()
        .filter(section -> Readers.mayRead(reader, section.audience(), section.groups()))
        .toList();
  }

  /** One line. */
  String subject() {
    return row.content().kind().words() + ": " + row.content().title();
  }

  private String address() {
    return site + "/news/" + row.slug();
  }

  private String label(Reader reader) {
    return sections(reader).stream()
        .map(section -> Readers.label(section.audience()))
        .min(Enum::compareTo)
        .filter(label -> label.ordinal() < Readers.label(Audience.PUBLIC).ordinal())
        .map(label -> label.label())
        .orElse("");
  }

  /** For any mail program, on a bridge too. */
  String plain(Reader reader) {
    Content content = row.content();
    StringBuilder text = new StringBuilder(8192);
    String label = label(reader);
    if (!label.isEmpty()) {
      text.append(label).append("\n\n");
    }
    text.append(content.title()).append('\n');
    text.append(content.kind().words()).append(", ").append(DAY.format(content.day()));
    text.append("\n\n").append(own(Markdown.plain(content.introduction(), pictures)));
    if (!row.note().isEmpty()) {
      text.append("\n\nCorrected: ").append(row.note());
    }
    for (Section section : sections(reader)) {
      text.append("\n\n").append(RULE).append('\n').append(section.title());
      if (section.audience() != Audience.PUBLIC) {
        text.append("\n[").append(Readers.label(section.audience()).label()).append(']');
      }
      text.append("\n\n").append(own(Markdown.plain(section.teaser(), pictures)));
      if (!section.text().isEmpty()) {
        text.append("\n\nRead more: ").append(address()).append('#').append(section.anchor());
      }
    }
    text.append("\n\n").append(RULE).append("\nOn the web: ").append(address());
    text.append("\nNo more bulletins: ").append(BulkMail.UNSUBSCRIBE).append('\n');
    return text.toString();
  }

  /** The same for programs that show HTML. */
  String html(Reader reader) {
    Content content = row.content();
    StringBuilder html = new StringBuilder(16_384);
    html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>");
    html.append(escaped(subject())).append("</title></head>");
    html.append("<body style=\"margin:0;padding:16px;background:#ffffff;color:#10212a;");
    html.append("font:16px/1.5 Arial,Helvetica,sans-serif\"><div style=\"max-width:600px\">");
    String label = label(reader);
    if (!label.isEmpty()) {
      html.append("<p style=\"margin:0 0 14px;font-weight:bold\">").append(label).append("</p>");
    }
    html.append("<p style=\"margin:0;color:#425560\">").append(content.kind().words());
    html.append(", ").append(DAY.format(content.day())).append("</p>");
    html.append("<h1 style=\"margin:4px 0 14px;font-size:24px;line-height:1.25\">");
    html.append(escaped(content.title())).append("</h1>");
    int left = MOST_HTML - FOR_THE_REST;
    String introduction = own(Markdown.mailHtml(content.introduction(), pictures));
    if (bytes(introduction) > left) {
      introduction =
          "<p style=\"margin:0 0 14px\">"
              + escaped(StoredArticle.beginning(content.introduction(), 300))
              + " <a style=\"color:#0a5a80\" href=\""
              + escaped(address())
              + "\">Read the rest</a></p>";
    }
    html.append(introduction);
    left -= bytes(introduction);
    if (!row.note().isEmpty()) {
      html.append("<p style=\"margin:0 0 14px\"><b>Corrected:</b> ");
      html.append(escaped(row.note())).append("</p>");
    }
    for (Section section : sections(reader)) {
      html.append("<h2 style=\"margin:26px 0 6px;padding-top:14px;border-top:1px solid #d2dbdf;");
      html.append("font-size:20px;line-height:1.3\">").append(escaped(section.title()));
      html.append("</h2>");
      if (section.audience() != Audience.PUBLIC) {
        html.append("<p style=\"margin:0 0 8px;font-weight:bold\">");
        html.append(Readers.label(section.audience()).label()).append("</p>");
      }
      String teaser = own(Markdown.mailHtml(section.teaser(), pictures));
      boolean fits = bytes(teaser) <= left;
      if (fits) {
        html.append(teaser);
        left -= bytes(teaser);
      }
      if (!fits || !section.text().isEmpty()) {
        html.append("<p style=\"margin:0 0 14px\"><a style=\"color:#0a5a80\" href=\"");
        html.append(escaped(address())).append('#').append(section.anchor());
        html.append(fits ? "\">Read more: " : "\">Read the rest: ")
            .append(escaped(section.title()))
            .append("</a></p>");
      }
    }
    html.append("<p style=\"margin:26px 0 0;padding-top:14px;border-top:1px solid #d2dbdf;");
    html.append("color:#425560;font-size:14px\"><a style=\"color:#0a5a80\" href=\"");
    html.append(escaped(address()))
        .append("\">On the web</a> · <a style=\"color:#0a5a80\" href=\"");
    html.append(BulkMail.UNSUBSCRIBE).append("\">No more bulletins</a></p></div></body></html>");
    return html.toString();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private String own(String text) {
    return text.replace(Markdown.SITE + "/", site + "/");
  }

  private static String escaped(String text) {
    return org.jsoup.nodes.Entities.escape(text);
  }
}
