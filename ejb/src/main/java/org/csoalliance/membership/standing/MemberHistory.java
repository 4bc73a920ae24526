package org.csoalliance.membership.standing;

import java.time.Instant;
import java.util.List;

/** A person with everything that happened to the membership, the newest first. */
public record MemberHistory(Person person, Standing standing, List<Event> events) {
  /**
   * Something that happened.
   *
   * @param kind such as {@code SUSPENDED}
   * @param byName who did it
   */
  public record Event(Instant at, String kind, String detail, String byName) {
    /** The kind as people read it. */
    public String words() {
      return kind.substring(0, 1) + kind.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
  }
}
