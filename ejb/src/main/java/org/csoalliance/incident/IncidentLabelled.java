package org.csoalliance.incident;

import org.csoalliance.platform.sharing.Tlp;

/**
 * The label of an incident has changed. Observed in the same transaction.
 *
 * @param incidentId the incident
 */
public record IncidentLabelled(long incidentId, Tlp from, Tlp to) {}
