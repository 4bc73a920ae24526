package org.csoalliance.incident.twin;

/**
 * Two incidents become one.
 *
 * @param survivor the reference that stays
 * @param merged the reference that becomes an account of it
 * @param reason 5 to 2,000 characters
 * @param survivorVersion what the editor has seen; -1: whatever it is now
 * @param mergedVersion what the editor has seen; -1: whatever it is now
 */
public record MergeTwins(
    String survivor, String merged, String reason, int survivorVersion, int mergedVersion) {}
