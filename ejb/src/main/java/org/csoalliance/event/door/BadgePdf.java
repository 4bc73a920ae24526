package org.csoalliance.event.door;

import static org.csoalliance.platform.pdf.TaggedPdf.escaped;

import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.pdf.PdfFonts;
import org.csoalliance.platform.pdf.TaggedPdf;
import org.csoalliance.platform.qr.QrPng;

/** Badges on paper: the name large enough to be read across a table, in any alphabet. */
public final class BadgePdf {
  private static final int LABELS = 8;

  private BadgePdf() {}

  /**
   * The PDF.
   *
   * @param title of the event, at the foot of each
   * @param badges at least one
   */
  public static byte[] of(String title, BadgeSheet sheet, List<Badge> badges) {
    StringBuilder html = new StringBuilder(4000 + badges.size() * 2000);
    html.append("<html lang=\"en\"><head><title>Badges: ").append(escaped(title));
    html.append("</title><meta name=\"description\" content=\"Badges\"/><style>")
        .append(style(sheet))
        .append("</style></head><body>");
    for (int i = 0; i < badges.size(); i++) {
      if (sheet == BadgeSheet.A4_8) {
        if (i % LABELS == 0) {
          html.append(i == 0 ? "<div class='page'>" : "</div><div class='page'>");
        }
        int at = i % LABELS;
        html.append(
            String.format(
                Locale.ROOT,
                "<div class='b' style='position:absolute;left:%.1fmm;top:%.1fmm'>",
                4.65 + at % 2 * 101.6,
                13.1 + at / 2 * 67.7));
      } else {
        html.append("<div class='page'><div class='b'>");
      }
      badge(html, badges.get(i), title, sheet);
      html.append(sheet == BadgeSheet.A4_8 ? "</div>" : "</div></div>");
    }
    html.append(sheet == BadgeSheet.A4_8 ? "</div></body></html>" : "</body></html>");
    return TaggedPdf.of(html.toString());
  }

  private static void badge(StringBuilder html, Badge badge, String title, BadgeSheet sheet) {
    boolean tall = sheet == BadgeSheet.A6;
    html.append("<div class='band' style='background:").append(badge.colour()).append("'>");
    html.append(escaped(badge.role())).append("</div>");
    html.append("<div class='name' style='font-size:").append(size(badge.name(), tall));
    html.append("pt'>").append(escaped(badge.name())).append("</div>");
    html.append("<div class='company'>").append(escaped(shorter(badge.company()))).append("</div>");
    html.append("<img class='qr' alt='Code' src='").append(QrPng.address(badge.token()));
    html.append("'/><div class='foot'>").append(escaped(shorter(title))).append("</div>");
  }

  private static String shorter(String text) {
    return text.length() <= 80 ? text : text.substring(0, 78) + "…";
  }

  /** By the longest word, which cannot be broken, and by all of it, which must fit four lines. */
  private static int size(String name, boolean tall) {
    int longest = 1;
    for (String word : name.split("[\\s-]+")) {
      longest = Math.max(longest, width(word));
    }
    int most = tall ? 40 : 24;
    int byWord = (tall ? 440 : 280) / longest;
    int byAll = (int) Math.sqrt((tall ? 46_000.0 : 11_500.0) / Math.max(1, width(name)));
    return Math.max(9, Math.min(most, Math.min(byWord, byAll)));
  }

  /** In letters; signs of the East are twice as wide. */
  private static int width(String text) {
    return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
  }

  private static String style(BadgeSheet sheet) {
    boolean tall = sheet == BadgeSheet.A6;
    String page =
        sheet == BadgeSheet.A4_8
            ? "@page{size:210mm 297mm;margin:0}.page{position:relative;width:210mm;height:296.9mm;"
                + "page-break-after:always}.page:last-child{page-break-after:auto}"
            : String.format(
                Locale.ROOT,
                "@page{size:%.1fmm %.1fmm;margin:0}.page{position:relative;page-break-after:always}"
                    + ".page:last-child{page-break-after:auto}",
                sheet.width(),
                sheet.height());
    String box =
        String.format(
            Locale.ROOT,
            ".b{position:relative;width:%.1fmm;height:%.1fmm;overflow:hidden}",
            sheet.width(),
            sheet.height() - 0.1);
    String shared =
        "body{margin:0;font-family:"
            + PdfFonts.FAMILIES
            + ";color:#10212a}.band{color:#fff;font-weight:700;text-align:center}"
            + ".name{font-weight:700;line-height:1.1}.foot{color:#425560}";
    return page
        + box
        + shared
        + (tall
            ? ".band{font-size:18pt;padding:6mm 4mm}.name{text-align:center;margin:9mm 6mm 0;"
                + "max-height:52mm}.company{text-align:center;font-size:15pt;margin:4mm 6mm 0}"
                + ".qr{position:absolute;left:36.5mm;bottom:14mm;width:32mm;height:32mm}"
                + ".foot{position:absolute;left:6mm;right:6mm;bottom:6mm;text-align:center;"
                + "font-size:9pt}"
            : ".band{font-size:11pt;padding:2mm 4mm;text-align:left}"
                + ".name{margin:4mm 35mm 0 5mm;max-height:32mm}"
                + ".company{font-size:11pt;margin:2mm 35mm 0 5mm}"
                + ".qr{position:absolute;right:4mm;bottom:"
                + (sheet == BadgeSheet.LABEL ? "9" : "11")
                + "mm;width:29mm;height:29mm}"
                + ".foot{position:absolute;left:5mm;right:5mm;bottom:3mm;font-size:8pt}");
  }
}
