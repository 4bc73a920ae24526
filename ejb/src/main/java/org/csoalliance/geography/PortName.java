package org.csoalliance.geography;

import java.text.Normalizer;
import java.util.Locale;

/** Names of ports as they are compared and shown. */
final class PortName {
  private static final String UNREADABLE = "\uFFFD";
  private static final int LONGEST = 100;

  private PortName() {}

  /** In small plain letters and digits, one blank between words. */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036F]", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }

  /** The key under which two sources mean the same name: letters and digits alone. */
  static String key(String name) {
    return folded(name).replace(" ", "");
  }

  /** The name, or the plain one where a character of it was lost on the way. */
  static String readable(String name, String ascii) {
    String chosen = name.isBlank() || name.contains(UNREADABLE) ? ascii : name;
    String line = chosen.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  /** MERAK MAS TERMINAL as Merak Mas Terminal; a name in mixed letters stays as it is. */
  static String cased(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    StringBuilder words = new StringBuilder(name.length());
    boolean start = true;
    for (char c : name.toCharArray()) {
      words.append(start ? c : Character.toLowerCase(c));
      start = !Character.isLetterOrDigit(c) && c != '\'' && c != '’';
    }
    return words.toString();
  }
}
