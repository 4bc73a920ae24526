package org.csoalliance.incident.alert;

import java.util.List;
import org.csoalliance.platform.security.Reader;

/**
 * Somebody whose watches match, before the policy was asked.
 *
 * @param reader with the roles, groups and agreements of now
 * @param delivery the soonest that one of the watches asks for
 * @param watches their numbers; empty when an earlier alert is the reason
 */
record Candidate(Reader reader, AlertHours hours, Delivery delivery, List<Long> watches) {}
