package org.csoalliance.event.door;

import java.time.Instant;
import java.util.UUID;

/**
 * What came of a scan, for whoever stands at the door.
 *
 * @param registrationId null where we know nobody
 * @param name of the person, else as the device named them; may be empty
 * @param category as the badge names it; may be empty
 * @param first of ALREADY: the check-in that counts; else null
 * @param words one sentence that says what to do
 */
public record ScanAnswer(
    UUID clientId,
    ScanOutcome outcome,
    Long registrationId,
    String name,
    String company,
    String category,
    boolean walkIn,
    Instant at,
    First first,
    String words) {
  /** When, where and by whom somebody was checked in. */
  public record First(Instant at, String place, String by) {}
}
