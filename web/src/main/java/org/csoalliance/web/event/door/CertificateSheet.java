package org.csoalliance.web.event.door;

import static org.csoalliance.platform.pdf.TaggedPdf.escaped;

import java.time.ZoneOffset;
import org.csoalliance.event.door.Attendance;
import org.csoalliance.event.door.Certificate;
import org.csoalliance.event.door.IspsTopic;
import org.csoalliance.platform.pdf.PdfFonts;
import org.csoalliance.platform.pdf.TaggedPdf;
import org.csoalliance.platform.qr.QrPng;

/** A certificate of attendance on one A4 sheet. */
final class CertificateSheet {
  private CertificateSheet() {}

  /**
   * The PDF.
   *
   * @param site the address of the site, without a slash at the end
   */
  static byte[] pdf(Certificate c, String site) {
    String verify = site + "/verify/" + c.code();
    StringBuilder html = new StringBuilder(8000);
    html.append("<html lang=\"en\"><head><title>")
        .append(escaped("Certificate of attendance " + c.number()))
        .append("</title><meta name=\"description\" content=\"Certificate of attendance\"/><style>")
        .append("@page{size:A4;margin:20mm 22mm}body{font-family:")
        .append(PdfFonts.FAMILIES)
        .append(";font-size:10.5pt;line-height:1.4;color:#10212a;margin:0}")
        .append(".top{border-bottom:3pt solid #0c2f3f;padding-bottom:3mm;margin-bottom:12mm}")
        .append("h1{font-size:27pt;line-height:1.1;margin:0 0 7mm;font-weight:700}p{margin:0}")
        .append("h2{font-size:11pt;margin:7mm 0 1.5mm}.name{font-size:22pt;font-weight:700;")
        .append("line-height:1.2;margin:1mm 0 5mm}.event{font-size:15pt;font-weight:700;")
        .append("line-height:1.25;margin:1mm 0}.dim{color:#425560}table{width:100%;")
        .append("border-collapse:collapse}th{text-align:left;font-weight:700}td,th{padding:1mm ")
        .append("3mm 1mm 0;border-bottom:.5pt solid #d2dbdf;vertical-align:top}.n{text-align:")
        .append("right;white-space:nowrap}.hours{font-size:15pt;font-weight:700}")
        .append("ul{margin:0;padding-left:5mm}.foot{margin-top:9mm}.foot td{border:0}")
        .append(".qr{width:30mm;height:30mm}</style></head><body>");
    html.append("<div class='top'><p><b>CSO Alliance</b></p></div>");
    html.append("<h1>Certificate of attendance</h1><p class='dim'>This is to certify that</p>");
    html.append("<p class='name'>").append(escaped(c.name())).append("</p>");
    html.append("<p class='dim'>attended</p><p class='event'>").append(escaped(c.title()));
    html.append("</p><p>")
        .append(escaped(DoorWords.days(c.startsOn(), c.endsOn())))
        .append(c.city().isEmpty() ? "" : ", " + escaped(c.city()))
        .append("</p>");
    if (!c.organisers().isEmpty()) {
      html.append("<p class='dim'>Organised by ").append(escaped(c.organisers())).append("</p>");
    }
    html.append("<p class='hours' style='margin-top:6mm'>").append(hours(c)).append("</p>");
    lines(html, c);
    if (!c.topics().isEmpty()) {
      html.append("<h2>Subjects of the ISPS Code, part B, 13.1</h2><ul>");
      for (IspsTopic topic : c.topics()) {
        html.append("<li>").append(topic.reference()).append(' ').append(escaped(topic.words()));
        html.append("</li>");
      }
      html.append("</ul>");
    }
    html.append("<table class='foot' role='presentation'><tr><td><p><b>")
        .append(c.number())
        .append("</b></p><p>Issued ")
        .append(
            DoorWords.days(
                c.issuedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                c.issuedAt().atZone(ZoneOffset.UTC).toLocalDate()))
        .append(" by ")
        .append(escaped(c.issuedBy()))
        .append("</p><p class='dim' style='margin-top:2mm'>Anybody can check this certificate:</p>")
        .append("<p>")
        .append(escaped(verify))
        .append("</p></td><td style='width:32mm'><img class='qr' alt='Address to check it' src='")
        .append(QrPng.address(verify))
        .append("'/></td></tr></table></body></html>");
    return TaggedPdf.of(html.toString());
  }

  private static String hours(Certificate c) {
    String number = c.hours().stripTrailingZeros().toPlainString();
    return number + (number.equals("1") ? " hour" : " hours") + " of professional development";
  }

  private static void lines(StringBuilder html, Certificate c) {
    boolean named = c.lines().stream().anyMatch(line -> !line.name().isEmpty());
    if (!named) {
      return;
    }
    html.append("<h2>Attended</h2><table><tr><th>Session</th><th>Day</th><th class='n'>Minutes");
    html.append("</th></tr>");
    for (Attendance.Line line : c.lines()) {
      html.append("<tr><td>").append(escaped(line.name())).append("</td><td class='nb'>");
      html.append(DoorWords.days(line.day(), line.day())).append("</td><td class='n'>");
      html.append(line.minutes()).append("</td></tr>");
    }
    html.append("</table>");
  }
}
