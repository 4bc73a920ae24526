package org.csoalliance.incident;

/**
 * An editor changed the status of an incident to anything but {@link IncidentStatus#CONFIRMED}, for
 * which there is {@link IncidentConfirmed}. Observed in the same transaction, after the change and
 * its reason are kept.
 *
 * @param incidentId the incident
 * @param from the status before
 * @param to the status now
 */
public record IncidentJudged(long incidentId, IncidentStatus from, IncidentStatus to) {}
