package org.csoalliance.library;

import java.util.Arrays;
import java.util.Optional;

/** What a file is made to be. */
public enum FileFormat {
  POSTER("Poster"),
  STICKER("Sticker"),
  BOOKLET("Booklet"),
  VIDEO("Video"),
  DOCUMENT("Document");

  private final String words;

  FileFormat(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The format of a name; empty for what is none, and for null. */
  public static Optional<FileFormat> of(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
  }
}
