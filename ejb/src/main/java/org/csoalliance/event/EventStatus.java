package org.csoalliance.event;

/** Where an event stands. */
public enum EventStatus {
  /** Being made; its organisers alone see it. */
  DRAFT("Draft"),
  /** Takes registrations: a seat while there is one, then the waiting list. */
  OPEN("Open"),
  /** Takes names for the waiting list alone. */
  WAITLIST("Waiting list"),
  /** Takes no more registrations. */
  CLOSED("Closed"),
  /** Took place. */
  HELD("Held"),
  /** Does not take place. */
  CANCELLED("Cancelled");

  private final String words;

  EventStatus(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** Whether somebody may register, for a seat or for the list. */
  public boolean takesRegistrations() {
    return this == OPEN || this == WAITLIST;
  }
}
