package org.csoalliance.incident;

/**
 * A version was added to a report. Observed in the same transaction; fired once a version.
 *
 * @param incidentId the incident
 * @param number of the version, 2 or more
 */
public record IncidentVersionAdded(long incidentId, int number) {}
