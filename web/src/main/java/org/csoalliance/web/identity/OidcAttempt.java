package org.csoalliance.web.identity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that went to the provider and has not come back. The session keeps it, and gives it out
 * once.
 *
 * @param issuer the provider that was asked
 * @param state comes back with the answer
 * @param nonce comes back inside the signed token
 * @param verifier the secret behind the PKCE challenge
 * @param from where the person wanted to be, null for nowhere
 * @param startedAt when it went out
 */
record OidcAttempt(
    String issuer, String state, String nonce, String verifier, String from, Instant startedAt)
    implements Serializable {
  /** After this long an answer is refused. */
  static final Duration LIFE = Duration.ofMinutes(10);

  /** Whether an answer may still come. */
  boolean alive(Instant now) {
    return now.isBefore(startedAt.plus(LIFE));
  }
}
