package org.csoalliance.incident.firstresponse;

import java.text.Normalizer;
import java.util.Locale;

/** The last part of a report's address: reference and title, in letters that any mail keeps. */
final class Slug {
  private static final int MOST_TITLE = 60;

  private Slug() {}

  /**
   * Such as {@code 2026-014-engine-spares-taken}; unique, since the reference is.
   *
   * @param reference such as {@code FRR-2026-014}
   */
  static String of(String reference, String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[’']", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.length() > MOST_TITLE) {
      int end = plain.lastIndexOf('-', MOST_TITLE);
      plain = plain.substring(0, end > 20 ? end : MOST_TITLE).replaceAll("-$", "");
    }
    String number = reference.replaceFirst("^FRR-", "");
    return plain.isEmpty() ? number : number + "-" + plain;
  }
}
