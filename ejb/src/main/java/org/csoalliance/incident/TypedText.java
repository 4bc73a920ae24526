package org.csoalliance.incident;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes typed text fit to be kept and shown anywhere: whatever the alphabet, without characters
 * that a reader cannot see and that change what is read (control characters, and the marks that
 * turn the direction of what follows; Unicode Technical Report 36).
 */
public final class TypedText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");

  private TypedText() {}

  /** One line: line breaks and tabs become blanks, runs of blanks one; never null. */
  public static String line(String text) {
    return BLANKS.matcher(block(text)).replaceAll(" ").strip();
  }

  /** Keeps line breaks (as LF) and tabs; never null. */
  public static String block(String text) {
    if (text == null) {
      return "";
    }
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder kept = new StringBuilder(lines.length());
    lines.codePoints().filter(TypedText::keep).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
  }

  private static boolean keep(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean direction =
        (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    int type = Character.getType(c);
    return !direction
        && c != 0xfeff
        && c != 0xfffe
        && c != 0xffff
        && type != Character.CONTROL
        && type != Character.SURROGATE;
  }
}
