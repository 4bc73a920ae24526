package org.csoalliance.event.door;

/** What came of a scan. */
public enum ScanOutcome {
  /** Checked in now. */
  IN("Checked in"),
  /** Was checked in before. */
  ALREADY("Checked in before"),
  /** The signature is none of ours, or the code was altered. */
  FORGED("Not a ticket of ours"),
  /** A ticket that was replaced, handed on or cancelled. */
  REVOKED("This ticket was replaced or cancelled"),
  /** No ticket of this event. */
  UNKNOWN("No such ticket"),
  /** The person has no seat any more, or none yet. */
  NO_SEAT("Has no seat"),
  /** A ticket, but of another event. */
  OTHER_EVENT("A ticket of another event"),
  /** People choose this session, and this person did not. */
  NOT_CHOSEN("Has not chosen this session"),
  /** A walk-in for whom there is no seat. */
  FULL("No seat is free");

  private final String words;

  ScanOutcome(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
