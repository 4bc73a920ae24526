package org.csoalliance.membership.legal;

/**
 * How many active people stand where with a document.
 *
 * @param current have accepted the version of now
 * @param earlier have accepted an earlier one and no more
 * @param none have accepted none
 */
public record AcceptedCount(LegalDocument document, long current, long earlier, long none) {}
