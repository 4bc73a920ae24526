package org.csoalliance.event;

import java.time.Instant;

/**
 * A duty of somebody's at an event.
 *
 * @param company empty when there is none
 * @param since when it was given, UTC
 * @param self whether this is the caller
 */
public record EventTeamMember(
    long accountId, String name, String company, EventDuty duty, Instant since, boolean self) {}
