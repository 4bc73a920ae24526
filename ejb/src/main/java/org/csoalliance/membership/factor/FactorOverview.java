package org.csoalliance.membership.factor;

import java.time.Instant;
import java.util.List;

/**
 * How a person signs in: the address, and the second factors.
 *
 * @param email the address
 * @param waitingEmail one that was asked for and is not confirmed, null when there is none
 * @param passkeys the oldest first
 * @param appSince when the authenticator app was confirmed, null when there is none
 * @param recoveryCodes how many are left
 * @param required whether this person must have a second factor
 */
public record FactorOverview(
    String email,
    String waitingEmail,
    List<PasskeySummary> passkeys,
    Instant appSince,
    int recoveryCodes,
    boolean required) {
  /** Copies the list. */
  public FactorOverview {
    passkeys = List.copyOf(passkeys);
  }

  /** How many factors there are; recovery codes are none by themselves. */
  public int count() {
    return passkeys.size() + (appSince == null ? 0 : 1);
  }

  /** Whether there is a second factor. */
  public boolean any() {
    return count() > 0;
  }
}
