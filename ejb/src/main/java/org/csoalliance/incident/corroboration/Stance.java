package org.csoalliance.incident.corroboration;

/** What another company says to a report. */
public enum Stance {
  /** A ship of theirs saw it too. */
  SAW("Saw it too"),
  /** It was not as told. */
  DIFFERS("Not as told"),
  /** Something to add. */
  UPDATE("Adds to it");

  private final String words;

  Stance(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
