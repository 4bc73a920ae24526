package org.csoalliance.incident.firstresponse;

/**
 * A version of a report was published. Observed in the same transaction.
 *
 * @param id of the report
 */
public record FirstResponsePublished(long id) {}
