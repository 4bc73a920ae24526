package org.csoalliance.incident.importing;

/** What became of the rows of a chunk; each row is counted once. */
public record ImportCounts(int imported, int updated, int duplicates, int unchanged, int refused) {}
