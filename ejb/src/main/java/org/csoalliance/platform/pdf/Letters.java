package org.csoalliance.platform.pdf;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which letters the fonts of our PDFs draw, and what stands for those they do not. */
final class Letters {
  private static final int PLANES = 0x30000;
  private static final BitSet NEAR = union(PdfFonts.REGULAR, PdfFonts.MORE);
  private static final BitSet ALL = union(PdfFonts.REGULAR, PdfFonts.MORE, PdfFonts.FAR);
  private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; NFC");

  private Letters() {}

  static boolean needsFar(String text) {
    return text.codePoints().anyMatch(c -> !plain(c) && !NEAR.get(c));
  }

  static String shown(String text) {
    String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (whole.codePoints().allMatch(Letters::drawn)) {
      return whole;
    }
    StringBuilder shown = new StringBuilder(whole.length() + 20);
    int from = 0;
    while (from < whole.length()) {
      boolean drawn = drawn(whole.codePointAt(from));
      int to = from;
      while (to < whole.length() && drawn(whole.codePointAt(to)) == drawn) {
        to += Character.charCount(whole.codePointAt(to));
      }
      String run = whole.substring(from, to);
      if (drawn) {
        shown.append(run);
      } else {
        LATIN.transliterate(run).codePoints().forEach(c -> told(shown, c));
      }
      from = to;
    }
    return shown.toString();
  }

  private static void told(StringBuilder shown, int c) {
    if (drawn(c)) {
      shown.appendCodePoint(c);
      return;
    }
    switch (Character.getType(c)) {
      case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
        // a joiner, a variation or an accent without its letter says nothing alone
      }
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE ->
          shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
      default ->
          shown.append('[').append(Character.getName(c).toLowerCase(Locale.ROOT)).append(']');
    }
  }

  private static boolean drawn(int c) {
    return plain(c) || ALL.get(c);
  }

  private static boolean plain(int c) {
    return c < 0x7F || c == 0x200E || c == 0x200F;
  }

  private static BitSet union(String... fonts) {
    BitSet union = new BitSet(PLANES);
    for (String name : fonts) {
      try (TrueTypeFont font =
          new TTFParser().parse(new RandomAccessReadBuffer(PdfFonts.file(name)))) {
        CmapLookup cmap = font.getUnicodeCmapLookup();
        for (int c = 0; c < PLANES; c++) {
          if (cmap.getGlyphId(c) != 0) {
            union.set(c);
          }
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return union;
  }
}
