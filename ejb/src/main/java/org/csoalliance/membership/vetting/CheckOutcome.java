package org.csoalliance.membership.vetting;

/** What came of a check. */
public enum CheckOutcome {
  DONE("Done"),
  NOT_OK("Not in order"),
  NOT_NEEDED("Not needed");

  private final String words;

  CheckOutcome(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
