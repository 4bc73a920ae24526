package org.csoalliance.event.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an organiser asks for at once: the numbers of the desk, and the filter of its table. */
public enum DeskGroup {
  /** Have a seat. */
  ACCEPTED("Accepted", "r.state in ('ACCEPTED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW')"),
  /** Wait for a seat. */
  WAITING("Waiting list", "r.state = 'WAITLISTED' and r.offer_until is null"),
  /** Wait for somebody's decision. */
  DECIDE("To decide", "r.state in ('REQUESTED', 'VETTING')"),
  /** Have an offer. */
  OFFERED("Seat offered", "r.state = 'WAITLISTED' and r.offer_until is not null"),
  /** Were there. */
  CAME("Checked in", "r.state = 'ATTENDED'"),
  /** Had a seat and were not there. */
  NO_SHOW("Did not come", "r.state = 'NO_SHOW'"),
  /** Gave it back. */
  CANCELLED("Cancelled", "r.state = 'CANCELLED'"),
  /** Were not let in. */
  DECLINED("Declined", "r.state = 'DECLINED'");

  private final String words;
  private final String condition;

  DeskGroup(String words, String condition) {
    this.words = words;
    this.condition = condition;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** The condition on a registration {@code r}. */
  String condition() {
    return condition;
  }

  /** As it stands in an address. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The group that an address means; empty when it means none. */
  public static Optional<DeskGroup> of(String key) {
    return Arrays.stream(values()).filter(group -> group.key().equals(key)).findFirst();
  }
}
