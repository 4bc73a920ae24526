package org.csoalliance.incident.firstresponse;

/**
 * A report was withdrawn. Observed in the same transaction.
 *
 * @param id of the report
 */
public record FirstResponseWithdrawn(long id) {}
