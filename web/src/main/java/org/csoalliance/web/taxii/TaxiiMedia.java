package org.csoalliance.web.taxii;

import java.util.Locale;

/** The one media type of TAXII 2.1, and what a client's headers say of it (1.6.8). */
final class TaxiiMedia {
  /** What every answer is. */
  static final String TYPE = "application/taxii+json;version=2.1";

  private static final String BARE = "application/taxii+json";

  private TaxiiMedia() {}

  /**
   * Whether a client takes our answers.
   *
   * @param accept the header, null when there is none
   */
  static boolean accepted(String accept) {
    if (accept == null || accept.isBlank()) {
      return true;
    }
    for (String range : accept.split(",")) {
      String[] parts = range.toLowerCase(Locale.ROOT).replace(" ", "").split(";");
      boolean type =
          parts[0].equals("*/*") || parts[0].equals("application/*") || parts[0].equals(BARE);
      if (type && version(parts) && !refused(parts)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a body is one that a TAXII server of this version reads. */
  static boolean readable(String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).replace(" ", "").split(";");
    return parts[0].equals(BARE) && version(parts);
  }

  private static boolean version(String[] parts) {
    for (String part : parts) {
      if (part.startsWith("version=")) {
        return part.substring(8).replace("\"", "").equals("2.1");
      }
    }
    return true; // without a version the newest is meant, and there is one alone
  }

  private static boolean refused(String[] parts) {
    for (String part : parts) {
      if (part.matches("q=0(\\.0*)?")) {
        return true;
      }
    }
    return false;
  }
}
