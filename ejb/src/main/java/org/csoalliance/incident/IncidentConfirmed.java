package org.csoalliance.incident;

/**
 * An incident became {@link IncidentStatus#CONFIRMED}. Observed in the same transaction.
 *
 * @param incidentId the incident
 */
public record IncidentConfirmed(long incidentId) {}
