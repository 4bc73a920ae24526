package org.csoalliance.platform.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Makes a PDF that a screen reader can read (PDF/UA, ISO 14289-1): a structure tree with headings,
 * paragraphs, lists and tables, the language, the title, and a text in place of each picture. Fonts
 * are those of {@link PdfFonts}.
 */
public final class TaggedPdf {
  static {
    XRLog.setLoggingEnabled(false); // what it would tell is about style sheets of our own
  }

  private TaggedPdf() {}

  /**
   * The PDF of a document.
   *
   * @param xhtml well-formed, with {@code lang} on its root, {@code title}, a {@code meta} named
   *     description, and {@code alt} on each picture; pictures are {@code data:} addresses, and
   *     nothing else is ever loaded. Its fonts are {@link PdfFonts#FAMILIES}
   */
  public static byte[] of(String xhtml) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream(100_000);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    PdfFonts.into(builder, xhtml);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl(
          (address, type) -> address.startsWith("data:"), when);
    }
    builder.withProducer("CSO Alliance");
    builder.withHtmlContent(xhtml, null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return pdf.toByteArray();
  }

  /**
   * Text for the inside of an element or an attribute of the document, in letters that the fonts
   * draw ({@link PdfFonts#shown}).
   */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    PdfFonts.shown(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                  boolean allowed =
                      c == '\n'
                          || c == '\t'
                          || (c >= 0x20 && c <= 0xD7FF)
                          || (c >= 0xE000 && c <= 0xFFFD)
                          || c >= 0x10000;
                  escaped.appendCodePoint(allowed ? c : ' ');
                }
              }
            });
    return escaped.toString();
  }
}
