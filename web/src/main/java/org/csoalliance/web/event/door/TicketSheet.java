package org.csoalliance.web.event.door;

import static org.csoalliance.platform.pdf.TaggedPdf.escaped;

import org.csoalliance.event.door.TicketPage;
import org.csoalliance.platform.pdf.PdfFonts;
import org.csoalliance.platform.pdf.TaggedPdf;
import org.csoalliance.platform.qr.QrPng;

/** A ticket on paper: one A4 sheet, to be folded to A6. */
final class TicketSheet {
  private TicketSheet() {}

  /** The PDF of a ticket that opens the door. */
  static byte[] pdf(TicketPage page) {
    StringBuilder html = new StringBuilder(6000);
    html.append("<html lang=\"en\"><head><title>").append(escaped("Ticket: " + page.title()));
    html.append("</title><meta name=\"description\" content=\"Ticket\"/><style>")
        .append("@page{size:A4;margin:18mm}body{font-family:")
        .append(PdfFonts.FAMILIES)
        .append(";font-size:11pt;color:#10212a;margin:0}")
        .append(".who{border-top:3pt solid #0c2f3f;padding-top:6mm}")
        .append("h1{font-size:22pt;line-height:1.15;margin:0 0 3mm}")
        .append(".name{font-size:18pt;font-weight:700;margin:0}.dim{color:#425560}p{margin:1mm 0}")
        .append("table{width:100%;border-collapse:collapse;margin-top:6mm}")
        .append("td{vertical-align:top;padding:0}.qr{width:70mm;height:70mm}")
        .append(".code{font-size:16pt;font-weight:700;letter-spacing:1pt}")
        .append(".rules{border-top:.5pt solid #d2dbdf;margin-top:9mm;padding-top:4mm}")
        .append("</style></head><body><p class='dim'>CSO Alliance · Ticket</p>");
    html.append("<div class='who'><h1>").append(escaped(page.title())).append("</h1>");
    html.append("<p class='name'>").append(escaped(page.name())).append("</p>");
    line(html, "p", page.company());
    html.append("</div><table role='presentation'><tr><td style='width:78mm'>");
    html.append("<img class='qr' alt='Code for the door' src='")
        .append(QrPng.address(page.token()));
    html.append("'/><p class='code'>").append(page.code()).append("</p></td><td>");
    fact(html, "When", DoorWords.when(page.startsAt(), page.endsAt(), page.zone()));
    line(html, "p class='dim'", page.zone());
    line(html, "p class='dim'", DoorWords.whenUtc(page.startsAt(), page.endsAt()));
    fact(html, "Where", page.mode().equals("REMOTE") ? "Remote" : page.city());
    line(html, "p", page.mode().equals("REMOTE") ? "" : page.venue());
    fact(html, "As", page.category());
    html.append("</td></tr></table><div class='rules'>");
    line(html, "p", DoorWords.text("ticket.show"));
    line(html, "p class='dim'", DoorWords.text("ticket.alone"));
    return TaggedPdf.of(html.append("</div></body></html>").toString());
  }

  private static void fact(StringBuilder html, String label, String value) {
    if (!value.isEmpty()) {
      line(html, "p class='dim' style='margin-top:4mm'", label);
      line(html, "p style='font-size:13pt;font-weight:700'", value);
    }
  }

  private static void line(StringBuilder html, String tag, String text) {
    if (!text.isEmpty()) {
      html.append('<').append(tag).append('>').append(escaped(text)).append("</p>");
    }
  }
}
