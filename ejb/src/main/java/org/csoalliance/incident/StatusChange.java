package org.csoalliance.incident;

import java.time.Instant;

/**
 * One step of an incident's history.
 *
 * @param from null for the report itself
 * @param severity the severity from then on, null when not rated
 * @param actorName who did it; "A member" where this reader may not know
 */
public record StatusChange(
    Instant at,
    IncidentStatus from,
    IncidentStatus to,
    Integer severity,
    String reason,
    String actorName) {}
