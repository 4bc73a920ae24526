package org.csoalliance.event.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.csoalliance.platform.pdf.TaggedPdf;

/** A list to print: at most 1,500 rows, since a PDF is laid out as a whole. */
final class DeskPdf implements DeskFile {
  static final int MOST = 1500;
  private static final int COLUMNS = 6;

  private final OutputStream out;
  private final StringBuilder html = new StringBuilder(64 * 1024);

  DeskPdf(OutputStream out, String title) {
    this.out = out;
    String name = TaggedPdf.escaped(title);
    html.append("<html lang=\"en\"><head><title>")
        .append(name)
        .append("</title><meta name=\"description\" content=\"List of registrations\"/><style>")
        .append(
            "@page{size:A4 landscape;margin:14mm 12mm;@bottom-right{content:counter(page)' of '")
        .append("counter(pages);font:8pt body,more}}body{font:9pt body,more;color:#10212a}")
        .append("h1{font-size:15pt;margin:0 0 3mm}table{width:100%;border-collapse:collapse;")
        .append("-fs-table-paginate:paginate}th,td{text-align:left;padding:1mm 2mm 1mm 0;")
        .append("border-bottom:.3pt solid #758892;vertical-align:top}tr{page-break-inside:avoid}")
        .append("</style></head><body><h1>")
        .append(name)
        .append("</h1><table>");
  }

  @Override
  public void header(List<String> headings) {
    html.append("<thead><tr>");
    for (String heading : shown(headings)) {
      html.append("<th scope=\"col\">").append(TaggedPdf.escaped(heading)).append("</th>");
    }
    html.append("</tr></thead><tbody>");
  }

  @Override
  public void row(List<String> cells) {
    html.append("<tr>");
    for (String cell : shown(cells)) {
      html.append("<td>").append(TaggedPdf.escaped(cell)).append("</td>");
    }
    html.append("</tr>");
  }

  private static List<String> shown(List<String> cells) {
    return cells.subList(0, Math.min(COLUMNS, cells.size()));
  }

  @Override
  public void close() throws IOException {
    html.append("</tbody></table></body></html>");
    out.write(TaggedPdf.of(html.toString()));
  }
}
