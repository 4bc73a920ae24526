package org.csoalliance.membership;

/** As what a person serves a company (ISPS A/11). */
public enum Capacity {
  PRIMARY("Company security officer"),
  ALTERNATE("Alternate company security officer");

  private final String words;

  Capacity(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
