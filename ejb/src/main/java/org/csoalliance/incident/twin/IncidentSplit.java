package org.csoalliance.incident.twin;

/**
 * An account became an incident of its own again.
 *
 * @param survivorId the one it was an account of
 * @param splitId the incident
 */
public record IncidentSplit(long survivorId, long splitId) {}
