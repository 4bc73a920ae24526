package org.csoalliance.event.door;

import java.time.Instant;

/**
 * A scan that came from a device after something else had happened: it did not count, and nothing
 * of it is lost.
 *
 * @param name whom we know, else whom the device named; may be empty
 * @param first the check-in that counts; null where none does
 * @param settledAt when somebody said that it was looked at; null: not yet
 */
public record DoorConflict(
    long id,
    ScanOutcome outcome,
    String name,
    String company,
    Instant at,
    String place,
    String by,
    ScanAnswer.First first,
    Instant settledAt) {}
