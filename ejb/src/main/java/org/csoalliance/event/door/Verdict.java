package org.csoalliance.event.door;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What anybody may know of a ticket or a certificate by its code.
 *
 * @param kind what it is; NONE for whatever we did not issue, or does not count as written
 * @param valid whether it counts now
 * @param initials of the person; may be empty
 * @param startsOn at the venue
 * @param number of a certificate; null of a ticket
 * @param hours of a certificate, as written on it; null of a ticket
 * @param withdrawnAt of a certificate that was withdrawn; else null
 */
public record Verdict(
    Kind kind,
    boolean valid,
    String initials,
    String title,
    LocalDate startsOn,
    LocalDate endsOn,
    String number,
    String hours,
    Instant withdrawnAt) {
  /** What a code belongs to. */
  public enum Kind {
    TICKET,
    CERTIFICATE,
    NONE
  }

  /** Of whatever is unknown: the same for a code that never was and one that ended. */
  static final Verdict NONE = new Verdict(Kind.NONE, false, "", "", null, null, null, null, null);
}
