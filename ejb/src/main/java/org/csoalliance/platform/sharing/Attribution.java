package org.csoalliance.platform.sharing;

/** How a report names its source to those who read it and are not of its own side. */
public enum Attribution {
  /** Members and partners by agreement read the name and the company. */
  NAMED("With name and company"),
  /** Neither name nor company; the ship only where the reporter shows it. */
  COMPANY_HIDDEN("Without the company"),
  /**
   * Neither name, company nor ship, and the time by the day alone. Of the own company nobody but
   * the reporter reads the name.
   */
  ANONYMOUS("Anonymous");

  private final String words;

  Attribution(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
