package org.csoalliance.publishing;

import java.time.Instant;

/**
 * A version of a bulletin is what is read from now on; fired inside the transaction.
 *
 * @param number 1 at the first publication, more at a correction
 * @param mail whether subscribers are to be mailed
 */
public record BulletinPublished(long bulletin, int number, boolean mail, Instant at) {}
