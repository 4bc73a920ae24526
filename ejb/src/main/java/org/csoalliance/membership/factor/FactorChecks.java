package org.csoalliance.membership.factor;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.csoalliance.platform.file.SealedFiles;

/**
 * Uses codes and passkeys up, each in a short transaction of its own: of two requests with the same
 * code one is taken, on whichever node.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FactorChecks {
  @Inject private FactorRepository factors;
  @Inject private PasskeyRepository passkeys;
  @Inject private Passkeys webAuthn;
  @Inject private SealedFiles sealed;
  @Inject private Clock clock;

  /** Made by the container. */
  public FactorChecks() {}

  /** For tests. */
  FactorChecks(FactorRepository factors, SealedFiles sealed, Clock clock) {
    this.factors = factors;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** Takes a code of the app, else a recovery code; each is taken once. */
  public boolean code(long accountId, String typed) {
    OptionalLong step =
        factors
            .app(accountId)
            .filter(app -> app.confirmedAt() != null)
            .map(app -> Totp.stepOf(sealed.open(app.sealedId()), typed, clock.instant()))
            .orElse(OptionalLong.empty());
    if (step.isPresent()) {
      return factors.takeStep(accountId, step.getAsLong());
    }
    return factors.takeRecoveryCode(accountId, FactorGuard.hashOf(typed), clock.instant());
  }

  /**
   * Checks what an authenticator answered.
   *
   * @return the account that the passkey belongs to, empty when it does not hold
   */
  public Optional<Long> passkey(String answer, PasskeyCeremony ceremony) {
    if (ceremony == null) {
      return Optional.empty();
    }
    return webAuthn
        .claim(answer)
        .flatMap(
            claim ->
                passkeys
                    .find(claim.credentialId())
                    .filter(
                        stored ->
                            webAuthn
                                .proved(claim, ceremony, stored)
                                .filter(count -> passkeys.used(stored.id(), count, clock.instant()))
                                .isPresent())
                    .map(PasskeyRepository.Stored::accountId));
  }
}
