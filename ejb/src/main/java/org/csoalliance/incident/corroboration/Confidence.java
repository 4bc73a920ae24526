package org.csoalliance.incident.corroboration;

/**
 * How far other companies bear a report out. It counts standing answers that no editor declined,
 * one a company; the reporter's own company never counts.
 */
public enum Confidence {
  NONE("No other company has answered"),
  ONE("One independent company saw it too"),
  SEVERAL("Several independent companies saw it too"),
  DISPUTED("Another company says it was not as told");

  private final String words;

  Confidence(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /**
   * The confidence of so many standing answers.
   *
   * @param saw companies that saw it too
   * @param differ companies that tell it otherwise
   */
  static Confidence of(long saw, long differ) {
    if (differ > 0) {
      return DISPUTED;
    }
    return saw == 0 ? NONE : saw == 1 ? ONE : SEVERAL;
  }
}
