package org.csoalliance.web.firstresponse;

import static org.csoalliance.platform.pdf.TaggedPdf.escaped;

import java.util.Locale;
import java.util.stream.Stream;
import org.csoalliance.incident.firstresponse.Block;
import org.csoalliance.incident.firstresponse.Content;
import org.csoalliance.incident.firstresponse.FactsText;
import org.csoalliance.incident.firstresponse.Part;
import org.csoalliance.incident.firstresponse.Report;
import org.csoalliance.incident.firstresponse.VersionLine;
import org.csoalliance.platform.pdf.PdfFonts;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.web.incident.PositionChart;

/**
 * A report as the document of its PDF: one or two pages of A4, the label on top and at the foot of
 * each, as TLP 2.0 asks of a document.
 */
final class FirstResponseSheet {
  private static final int LONG = 5_000;

  private static final String STYLE =
      "@page{size:A4;margin:14mm 15mm 16mm 15mm;"
          + "@bottom-left{content:\"%s\";font-family:"
          + PdfFonts.FAMILIES
          + ";font-size:8pt;color:#333}"
          + "@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages);"
          + "font-family:"
          + PdfFonts.FAMILIES
          + ";font-size:8pt;color:#333}}"
          + "body{font-family:"
          + PdfFonts.FAMILIES
          + ";font-size:%spt;line-height:1.38;color:#10212a;margin:0}"
          + "h1{font-size:18pt;line-height:1.15;margin:2mm 0 1mm}"
          + "h2{font-size:11.5pt;margin:4mm 0 1mm;page-break-after:avoid}"
          + "p{margin:0 0 1.5mm;white-space:pre-wrap}"
          + ".top{font-size:9pt;color:#333;margin:0}"
          + ".tlp{background:#000;color:%s;font-weight:700;padding:0.5mm 1.5mm;font-size:9pt}"
          + ".aside{float:right;width:62mm;margin:3mm 0 3mm 6mm}"
          + ".map{position:relative;width:62mm;height:49.6mm}"
          + ".map img{width:62mm;height:49.6mm}"
          + ".map span{position:absolute;font-size:6.5pt;color:#425560}"
          + "table{border-collapse:collapse;width:62mm;margin-top:2mm;font-size:8.5pt}"
          + "th,td{text-align:left;vertical-align:top;padding:0.8mm 1mm 0.8mm 0;"
          + "border-bottom:0.2mm solid #b8c4c9;font-weight:400}"
          + "th{color:#425560;width:16mm}"
          + ".note{border-left:1mm solid #7d4b00;background:#fdf3df;padding:1.5mm 2.5mm;"
          + "margin:2mm 0}.note p{margin:0}"
          + ".inner{border-left:0.7mm solid #758892;padding-left:2.5mm}"
          + ".foot{border-top:0.2mm solid #b8c4c9;margin-top:4mm;padding-top:1.5mm;font-size:8.5pt;"
          + "color:#333;clear:both}";

  private final Report report;
  private final Content content;
  private final PositionChart.Chart chart;

  /**
   * A sheet.
   *
   * @param report as its reader may see it, with content
   * @param chart round the position; null where there is none
   */
  FirstResponseSheet(Report report, PositionChart.Chart chart) {
    this.report = report;
    this.content = report.content();
    this.chart = chart;
  }

  /** The document. */
  String xhtml() {
    StringBuilder html = new StringBuilder(20_000);
    html.append("<html lang=\"en\"><head><title>");
    html.append(escaped(report.title())).append("</title><meta name=\"description\" content=\"");
    html.append(escaped("First response report " + report.reference() + " of the CSO Alliance"));
    html.append("\"/><meta name=\"author\" content=\"CSO Alliance\"/><style>").append(style());
    html.append("</style></head><body>");
    html.append("<p class=\"top\"><span class=\"tlp\">").append(report.label().label());
    html.append("</span> CSO Alliance. First response report ").append(report.reference());
    html.append("</p><h1>").append(escaped(report.title())).append("</h1><p class=\"top\">");
    html.append("Published ").append(FactsText.minute(report.publishedAt()));
    if (report.number() > 1) {
      html.append(". Version ").append(report.number()).append(", ");
      html.append(FactsText.minute(report.versionAt()));
    }
    html.append("</p>");
    notes(html);
    aside(html);
    Stream.of(Part.KNOWN, Part.NOT_KNOWN, Part.ADVICE, Part.UPDATE)
        .forEach(part -> part(html, part));
    html.append("<p class=\"foot\">").append(escaped(sharing()));
    html.append(
        " The alliance is not an emergency service: in danger, use the ship security alert");
    html.append(" system and call the coast station or reporting centre of the area.</p>");
    return html.append("</body></html>").toString();
  }

  private String style() {
    int length = content.blocks().stream().mapToInt(block -> block.text().length()).sum();
    String colour =
        switch (report.label()) {
          case RED -> "#ff2b2b";
          case AMBER, AMBER_STRICT -> "#ffc000";
          case GREEN -> "#33ff00";
          case CLEAR -> "#ffffff";
        };
    return String.format(
        Locale.ROOT,
        STYLE,
        report.label().label() + "   " + report.reference() + ", version " + report.number(),
        length > LONG ? "8.6" : "10",
        colour);
  }

  private void notes(StringBuilder html) {
    if (report.number() != report.current()) {
      note(html, "This is an earlier version. Version " + report.current() + " counts now.");
    }
    VersionLine correction = report.correction();
    if (correction != null) {
      note(html, "Corrected " + FactsText.minute(correction.at()) + ". " + correction.note());
    }
    if (report.withdrawnAt() != null) {
      note(
          html,
          "Withdrawn " + FactsText.minute(report.withdrawnAt()) + ". " + report.withdrawnReason());
    }
  }

  private static void note(StringBuilder html, String text) {
    html.append("<div class=\"note\"><p>").append(escaped(text)).append("</p></div>");
  }

  private void aside(StringBuilder html) {
    html.append("<div class=\"aside\">");
    if (chart != null) {
      html.append("<div class=\"map\"><img alt=\"").append(escaped(alt())).append("\" src=\"");
      html.append(FirstResponseChart.address(chart)).append("\"/>");
      chart
          .labels()
          .forEach(
              label ->
                  html.append(
                      String.format(
                          Locale.ROOT,
                          "<span style=\"left:%.1fmm;top:%.1fmm\">%s</span>",
                          label.x() * 0.124,
                          label.y() * 0.124 - 2.4,
                          escaped(label.text()))));
      html.append("</div>");
    }
    html.append("<table>");
    fact(html, "When", FactsText.when(content));
    fact(html, "Place", content.area());
    fact(html, "Position", content.position() == null ? "" : content.position().format());
    fact(html, "Kind", content.kind().words());
    fact(html, "Category", FactsText.rated(content));
    html.append("</table></div>");
  }

  private String alt() {
    return "Chart with the position "
        + content.position().format()
        + (content.area().isEmpty() ? "" : ", " + content.area());
  }

  private static void fact(StringBuilder html, String label, String value) {
    html.append("<tr><th scope=\"row\">").append(label).append("</th><td>");
    html.append(escaped(value.isEmpty() ? "Not known" : value)).append("</td></tr>");
  }

  private void part(StringBuilder html, Part part) {
    boolean first = true;
    for (Block block : content.blocks()) {
      if (block.part() != part) {
        continue;
      }
      if (first) {
        html.append("<h2>").append(part == Part.UPDATE ? "Updates" : part.words()).append("</h2>");
        first = false;
      }
      boolean inner = content.label() == Tlp.CLEAR && content.label(block) != Tlp.CLEAR;
      html.append(inner ? "<div class=\"inner\">" : "<div>").append("<p>");
      if (inner) {
        html.append("<strong>Members only. </strong>");
      }
      if (block.at() != null) {
        html.append("<strong>").append(FactsText.minute(block.at())).append(" </strong>");
      }
      html.append(escaped(block.text())).append("</p></div>");
    }
  }

  /** The sharing rules of TLP 2.0 in short (first.org/tlp). */
  private String sharing() {
    return switch (report.label()) {
      case AMBER -> "TLP:AMBER: to those who need to know in your company and among its clients.";
      case GREEN -> "TLP:GREEN: to peers and partners of the community, not by open channels.";
      case CLEAR -> "TLP:CLEAR: no limit on sharing.";
      default -> report.label().label() + ": to nobody.";
    };
  }
}
