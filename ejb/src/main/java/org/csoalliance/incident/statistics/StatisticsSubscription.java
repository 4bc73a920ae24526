package org.csoalliance.incident.statistics;

import java.time.Instant;
import org.csoalliance.incident.IncidentFilter;

/**
 * The daily mail of a person.
 *
 * @param filter what is counted, in no period
 * @param query the same as it stands in the address of the page; may be empty
 */
public record StatisticsSubscription(IncidentFilter filter, String query, Instant startedAt) {}
