package org.csoalliance.membership.join;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of one page with a few lines, for the papers of a demonstration. */
final class MadePdf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  private MadePdf() {}

  /** The page with these lines; characters outside of Latin-1 become question marks. */
  static byte[] of(String... lines) {
    StringBuilder text = new StringBuilder("BT /F1 12 Tf 15 TL 60 780 Td\n");
    for (String line : lines) {
      text.append('(').append(line.replaceAll("[\\\\()]", "\\\\$0")).append(") Tj T*\n");
    }
    text.append("ET");
    MadePdf pdf = new MadePdf();
    pdf.write("%PDF-1.4\n");
    pdf.part("<< /Type /Catalog /Pages 2 0 R >>");
    pdf.part("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    pdf.part(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            + " /Resources << /Font << /F1 5 0 R >> >> >>");
    pdf.part("<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream");
    pdf.part("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    return pdf.end();
  }

  private void part(String body) {
    places.add(out.size());
    write(places.size() + " 0 obj\n" + body + "\nendobj\n");
  }

  private byte[] end() {
    int table = out.size();
    int size = places.size() + 1;
    write("xref\n0 " + size + "\n0000000000 65535 f \n");
    places.forEach(place -> write(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
    write("trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
    return out.toByteArray();
  }

  private void write(String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
  }
}
