package org.csoalliance.incident.firstresponse;

/** Why there is a version. */
public enum Step {
  FIRST("Published"),
  /** More is known. */
  UPDATE("Updated"),
  /** Something was wrong; the note says what, at the top of the page. */
  CORRECTION("Corrected");

  private final String words;

  Step(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
