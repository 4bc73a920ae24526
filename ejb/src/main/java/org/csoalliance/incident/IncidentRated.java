package org.csoalliance.incident;

/**
 * An editor changed the category of an incident and nothing else. Observed in the same transaction.
 *
 * @param incidentId the incident
 * @param from the category before, 1 to 4, null when it was not rated
 * @param to the category now, null when it is not rated
 */
public record IncidentRated(long incidentId, Integer from, Integer to) {
  /** Whether it turned out graver: 1 is the gravest category. */
  public boolean graver() {
    return to != null && (from == null || to < from);
  }
}
