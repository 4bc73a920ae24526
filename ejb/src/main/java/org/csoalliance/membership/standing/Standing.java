package org.csoalliance.membership.standing;

/** How a membership stands at a moment. */
public enum Standing {
  CURRENT("Current"),
  DUE("To be confirmed soon"),
  READ_ONLY("Reads only"),
  OUT("Out"),
  SUSPENDED("Suspended"),
  LEFT("Left");

  /** So many days before the last one a membership may be confirmed, and reminders begin. */
  static final int DUE_DAYS = 60;

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
