package org.csoalliance.incident.indicator;

import java.util.Locale;

/**
 * Undoes what people do to an indicator so that nobody clicks it, such as {@code
 * hxxp[:]//evil[.]example}: a program that looks for it needs the working form.
 */
final class Refanged {
  private Refanged() {}

  static String of(String typed) {
    String text =
        typed
            .strip()
            .replaceAll("(?i)[\\[({]\\s*(?:\\.|dot)\\s*[\\])}]", ".")
            .replaceAll("(?i)[\\[({]\\s*(?:@|at)\\s*[\\])}]", "@")
            .replaceAll("[\\[({]\\s*:\\s*[\\])}]", ":")
            .replace("[/]", "/");
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("hxxps:") || lower.startsWith("hxxp:")) {
      return "http" + text.substring(4);
    }
    return text;
  }
}
