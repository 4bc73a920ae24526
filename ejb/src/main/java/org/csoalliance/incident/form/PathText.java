package org.csoalliance.incident.form;

/** Names that callers made up, as far as they are shown back. */
final class PathText {
  private PathText() {}

  static String shorten(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }
}
