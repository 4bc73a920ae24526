package org.csoalliance.incident.firstresponse;

/** What a block of a report tells, in the order in which a report is read. */
public enum Part {
  KNOWN("What is known"),
  NOT_KNOWN("What is not known"),
  ADVICE("Advice"),
  /** What came later, with its time. */
  UPDATE("Update");

  private final String words;

  Part(String words) {
    this.words = words;
  }

  /** The heading of the block on the page, in print and in a mail. */
  public String words() {
    return words;
  }
}
