package org.csoalliance.contact;

/** Whose turn it is. */
public enum ContactState {
  OPEN("Waits for an answer"),
  ANSWERED("Answered"),
  CLOSED("Closed");

  private final String words;

  ContactState(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
