package org.csoalliance.platform.file;

import org.csoalliance.platform.text.PlainText;

/** Names of uploaded files: shown, sent in headers, and never used as a path. */
public final class FileName {
  private static final int MOST = 120;

  private FileName() {}

  /**
   * The last part of a name, in one line, without marks that turn the direction of writing.
   *
   * @param given as the browser gave it; null or nothing left: {@code file}
   * @return at most 120 characters
   */
  public static String clean(String given) {
    String last = given == null ? "" : given.substring(given.lastIndexOf('/') + 1);
    last = last.substring(last.lastIndexOf('\\') + 1);
    String plain =
        PlainText.line(last.replaceAll("[\\p{Cf}<>:\"|?*]", ""), MOST).replace("..", ".");
    return plain.isBlank() || plain.equals(".") ? "file" : plain;
  }

  /**
   * The name with the ending that the content bears, so that {@code photo.exe} which is a JPEG is
   * kept as {@code photo.jpg}.
   *
   * @param clean by {@link #clean}
   */
  public static String ending(String clean, FileType type) {
    String ending = "." + type.extension();
    String lower = clean.toLowerCase(java.util.Locale.ROOT);
    if (lower.endsWith(ending) || type == FileType.JPEG && lower.endsWith(".jpeg")) {
      return clean;
    }
    int dot = clean.lastIndexOf('.');
    String stem = dot > 0 && clean.length() - dot <= 6 ? clean.substring(0, dot) : clean;
    return PlainText.column(stem, MOST - ending.length()) + ending;
  }
}
