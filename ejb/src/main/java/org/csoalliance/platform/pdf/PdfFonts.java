package org.csoalliance.platform.pdf;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;

/**
 * The fonts of every PDF, embedded as far as a document uses them: Atkinson Hyperlegible Next, then
 * DejaVu Sans (Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian), then Droid Sans Fallback
 * (Chinese, Japanese, Korean). What none of them draws is told in letters: {@link #shown}.
 */
public final class PdfFonts {
  /** What a style sheet names: {@code font-family:} and these, in this order. */
  public static final String FAMILIES = "body,more,far";

  static final String REGULAR = "atkinson-hyperlegible-next-400.ttf";
  static final String BOLD = "atkinson-hyperlegible-next-700.ttf";
  static final String MORE = "dejavu-sans.ttf";
  static final String FAR = "droid-sans-fallback.ttf";

  private PdfFonts() {}

  /**
   * Gives a builder the fonts, and what Arabic and Hebrew need, if the document has such letters.
   *
   * @param xhtml the document that will be drawn: the large font is read only where it is needed
   */
  public static void into(PdfRendererBuilder builder, String xhtml) {
    builder.useFont(() -> file(REGULAR), "body", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> file(BOLD), "body", 700, FontStyle.NORMAL, true);
    builder.useFont(() -> file(MORE), "more", 400, FontStyle.NORMAL, true);
    if (Letters.needsFar(xhtml)) {
      builder.useFont(() -> file(FAR), "far", 400, FontStyle.NORMAL, true);
    }
    if (Bidi.requiresBidi(xhtml.toCharArray(), 0, xhtml.length())) {
      builder.useUnicodeBidiSplitter(RightToLeft::new);
      builder.useUnicodeBidiReorderer(new RightToLeft());
    }
    builder.useReplacementText("?");
  }

  /**
   * The text as the fonts can draw it. Letters that none of them has are written in Latin ones (a
   * name in Thai or Tamil); a sign without a sound is named in brackets, such as "[ship]", so that
   * a reader never meets an empty box.
   *
   * @param text any text; unpaired surrogates and signs for private use are told by their number
   */
  public static String shown(String text) {
    return Letters.shown(text);
  }

  static InputStream file(String name) {
    return PdfFonts.class.getResourceAsStream("/org/csoalliance/platform/pdf/" + name);
  }
}
