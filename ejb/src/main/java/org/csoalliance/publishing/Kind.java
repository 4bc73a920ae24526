package org.csoalliance.publishing;

/** What is published. */
public enum Kind {
  /** The monthly one. */
  BULLETIN("Bulletin"),
  /** Anything between two bulletins. */
  NEWS("News");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
