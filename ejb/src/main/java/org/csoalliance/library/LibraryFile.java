package org.csoalliance.library;

import java.time.Instant;
import java.util.Locale;

/**
 * A file of an item, without its content.
 *
 * @param paper such as {@code A3}; may be empty
 * @param ship whether it is in the bundle for ships; else it is made to be printed
 * @param version 1, 2, 3 …
 * @param current whether no newer version stands in its place
 */
public record LibraryFile(
    long id,
    String name,
    FileFormat format,
    String language,
    String paper,
    boolean ship,
    String mediaType,
    long size,
    boolean thumbnail,
    int version,
    boolean current,
    Instant addedAt) {

  /** Its size as it is read. */
  public String sizeWords() {
    return size < 1_000_000
        ? Math.max(1, size / 1000) + " kB"
        : String.format(Locale.ENGLISH, "%.1f MB", size / 1_000_000.0);
  }

  /** Its language as it is read. */
  public String languageWords() {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
  }

  /** What its kind is called, such as PDF. */
  public String kind() {
    return mediaType.replaceFirst("^.*/", "").replaceFirst("\\+xml$", "").toUpperCase(Locale.ROOT);
  }
}
