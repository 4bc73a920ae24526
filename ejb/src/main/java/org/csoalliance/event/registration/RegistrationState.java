package org.csoalliance.event.registration;

/** Where a registration stands. */
public enum RegistrationState {
  /** Waits for an organiser's yes; holds no seat. */
  REQUESTED("Requested", false),
  /** Of a guest who is being vetted; holds no seat. */
  VETTING("Being vetted", false),
  /** Has a seat. */
  ACCEPTED("Accepted", true),
  /** Waits for a seat, or for a yes to an offer, which holds one. */
  WAITLISTED("On the waiting list", false),
  /** Was not let in. */
  DECLINED("Declined", false),
  /** Has a seat, and said again that they come. */
  CONFIRMED("Confirmed", true),
  /** Was there. */
  ATTENDED("Attended", true),
  /** Had a seat and was not there. */
  NO_SHOW("Did not come", true),
  /** Gave it back, or the event was called off. */
  CANCELLED("Cancelled", false);

  private final String words;
  private final boolean seat;

  RegistrationState(String words, boolean seat) {
    this.words = words;
    this.seat = seat;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** Whether it takes a seat. */
  public boolean seat() {
    return seat;
  }

  /** Whether it counts at all: neither cancelled nor declined. */
  public boolean counts() {
    return this != CANCELLED && this != DECLINED;
  }
}
