package org.csoalliance.incident.twin;

/**
 * An incident became an account of another one.
 *
 * @param survivorId the one that stays
 * @param mergedId the account
 */
public record IncidentMerged(long survivorId, long mergedId) {}
