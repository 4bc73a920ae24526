package org.csoalliance.web.event.invoice;

import static org.csoalliance.platform.pdf.TaggedPdf.escaped;

import org.csoalliance.event.invoice.Invoice;
import org.csoalliance.platform.pdf.PdfFonts;
import org.csoalliance.platform.pdf.TaggedPdf;

/** An invoice or a credit note on one A4 sheet, which a screen reader can read. */
final class InvoiceSheet {
  private InvoiceSheet() {}

  static byte[] pdf(Invoice invoice, InvoiceWords words) {
    String what = InvoiceWords.fill(invoice.credit() ? "credit" : "invoice");
    StringBuilder html = new StringBuilder(6000);
    html.append("<html lang=\"en\"><head><title>")
        .append(escaped(what + " " + invoice.number()))
        .append("</title><meta name=\"description\" content=\"")
        .append(escaped(what))
        .append("\"/><style>@page{size:A4;margin:20mm 22mm}body{font-family:")
        .append(PdfFonts.FAMILIES)
        .append(";font-size:10.5pt;line-height:1.4;color:#10212a;margin:0}")
        .append(".top{border-bottom:3pt solid #0c2f3f;padding-bottom:4mm;margin-bottom:10mm}")
        .append("h1{font-size:24pt;line-height:1.1;margin:9mm 0 5mm}h2{font-size:11pt;margin:9mm")
        .append(" 0 1.5mm}p{margin:0}.dim{color:#425560}.to{font-size:11.5pt}table{width:100%;")
        .append("border-collapse:collapse;margin-top:3mm}th{text-align:left;font-weight:700}")
        .append("td,th{padding:1.5mm 3mm 1.5mm 0;border-bottom:.5pt solid #d2dbdf;")
        .append("vertical-align:top}.n{text-align:right;white-space:nowrap;padding-right:0}")
        .append(
            ".sum td,.sum th{font-weight:700;font-size:13pt;border-bottom:0}.state{border:1.5pt")
        .append(" solid #0c2f3f;padding:3mm 4mm;margin-top:6mm}</style></head><body>");
    html.append("<div class='top'>");
    lines(html, "p", invoice.issuer(), words);
    html.append("</div><div class='to'>");
    lines(html, "p", invoice.company(), words);
    line(html, "p", invoice.name());
    lines(html, "p", invoice.address(), words);
    html.append("</div>");
    line(html, "h1", what);
    html.append("<table><tr><th scope='col'>Number</th><th scope='col'>Date</th>");
    head(html, invoice.credit() ? "" : "To be paid until");
    head(html, invoice.credit() ? "Takes back" : "");
    head(html, invoice.reference().isEmpty() ? "" : "Your reference");
    html.append("</tr><tr>");
    cell(html, invoice.number());
    cell(html, words.dayOf(invoice.issuedAt()));
    cell(html, invoice.credit() ? invoice.credits() : words.day(invoice.dueOn()));
    if (!invoice.reference().isEmpty()) {
      cell(html, invoice.reference());
    }
    html.append("</tr></table><table style='margin-top:8mm'><tr><th scope='col'>For</th>")
        .append("<th scope='col' class='n'>Amount</th></tr><tr>");
    cell(html, invoice.subject() + ". Participant: " + invoice.name());
    html.append("<td class='n'>").append(amount(invoice)).append("</td></tr>");
    html.append("<tr class='sum'><th scope='row'>Total</th><td class='n'>")
        .append(amount(invoice))
        .append("</td></tr></table>");
    String said = words.sentence(invoice);
    if (!said.isEmpty()) {
      html.append("<div class='state'>");
      line(html, "p", said);
      html.append("</div>");
    }
    if (invoice.waits() && !invoice.payment().isEmpty()) {
      line(html, "h2", InvoiceWords.fill("pay.how"));
      lines(html, "p", invoice.payment(), words);
      line(html, "p", InvoiceWords.fill("pay.quote", invoice.number()));
    }
    return TaggedPdf.of(html.append("</body></html>").toString());
  }

  private static String amount(Invoice invoice) {
    return (invoice.credit() ? "−" : "") + escaped(invoice.price().words());
  }

  private static void head(StringBuilder html, String text) {
    if (!text.isEmpty()) {
      html.append("<th scope='col'>").append(escaped(text)).append("</th>");
    }
  }

  private static void cell(StringBuilder html, String text) {
    html.append("<td>").append(escaped(text)).append("</td>");
  }

  private static void lines(StringBuilder html, String tag, String text, InvoiceWords words) {
    words.lines(text).forEach(one -> line(html, tag, one));
  }

  private static void line(StringBuilder html, String tag, String text) {
    html.append('<').append(tag).append('>').append(escaped(text));
    html.append("</").append(tag).append('>');
  }
}
