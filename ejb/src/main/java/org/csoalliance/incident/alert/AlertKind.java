package org.csoalliance.incident.alert;

/** What an alert tells. */
public enum AlertKind {
  /** An incident was confirmed. */
  CONFIRMED("Confirmed"),
  /** A confirmed incident turned out graver. */
  RAISED("Now graver"),
  /** Something new is known of a confirmed incident. */
  UPDATED("Updated"),
  /** A confirmed incident is confirmed no longer. */
  CORRECTED("Correction"),
  /** A first response report was published. */
  REPORT("First response"),
  /** A test: nothing happened. */
  TEST("Test");

  private final String words;

  AlertKind(String words) {
    this.words = words;
  }

  /** As people read it in a list. */
  public String words() {
    return words;
  }
}
