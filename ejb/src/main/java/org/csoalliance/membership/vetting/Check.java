package org.csoalliance.membership.vetting;

import java.time.Instant;

/**
 * An item of the checklist as it stands.
 *
 * @param number the switchboard's number that was called, null for other items
 * @param source where that number was found, null for other items
 * @param byId the officer
 */
public record Check(
    CheckItem item,
    CheckOutcome outcome,
    String note,
    String number,
    String source,
    long byId,
    String byName,
    Instant at) {}
