package org.csoalliance.membership;

import java.time.Instant;

/**
 * One token in its owner's list; the token itself is shown once and never again.
 *
 * @param id names it when it is revoked
 * @param label the owner's words for it
 * @param scopes {@code read} or {@code read write}
 * @param createdAt when it was made
 * @param expiresAt when it ends by itself
 * @param revokedAt when it was revoked, null when it was not
 */
public record AccessTokenSummary(
    long id, String label, String scopes, Instant createdAt, Instant expiresAt, Instant revokedAt) {

  /** Whether it opens anything at that moment. */
  public boolean live(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }

  /** Whether it may change things. */
  public boolean writes() {
    return scopes.contains("write");
  }
}
