package org.csoalliance.publishing;

/** How far a bulletin, or the next version of one, has come. */
public enum Stage {
  /** Being written. */
  DRAFT("Draft"),
  /** Waits for a second person. */
  REVIEW("In review"),
  /** Approved, and goes out at its time. */
  SCHEDULED("Scheduled"),
  /** Read by those it is for. */
  PUBLISHED("Published"),
  /** Taken back; its address tells when and why. */
  WITHDRAWN("Withdrawn");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
