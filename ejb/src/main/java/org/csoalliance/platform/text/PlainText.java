package org.csoalliance.platform.text;

import java.nio.charset.StandardCharsets;

/** Brings text that people typed into a form that a column, a header or a mail can hold. */
public final class PlainText {
  private PlainText() {}

  /**
   * Text that PostgreSQL takes into a column of so many characters: without NUL and halves of
   * surrogate pairs, cut at the end where it is too long.
   *
   * @param text null counts as empty
   * @param most characters as PostgreSQL counts them, that is code points
   */
  public static String column(String text, int most) {
    String clean = sound(text);
    return clean.codePointCount(0, clean.length()) <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, most));
  }

  /**
   * Text in one line: line breaks, tabs and other control characters, and the marks that turn the
   * direction of writing, become single spaces. What is put into a header cannot add another one.
   *
   * @param text null counts as empty
   * @param most characters, counted as code points
   */
  public static String line(String text, int most) {
    String line =
        sound(text)
            .replaceAll("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", " ")
            .replaceAll(" {2,}", " ")
            .strip();
    return column(line, most).stripTrailing();
  }

  /**
   * The longest beginning that fits into so many bytes of UTF-8 and cuts no character in two.
   *
   * @param text never null
   */
  public static String bytes(String text, int most) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (utf8.length <= most) {
      return text;
    }
    int end = most;
    while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(utf8, 0, end, StandardCharsets.UTF_8);
  }

  private static String sound(String text) {
    if (text == null) {
      return "";
    }
    return new String(
        text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
