package org.csoalliance.membership.factor;

import java.time.Instant;

/**
 * A passkey as its owner sees it.
 *
 * @param lastUsedAt null when it was never used
 */
public record PasskeySummary(long id, String label, Instant createdAt, Instant lastUsedAt) {}
