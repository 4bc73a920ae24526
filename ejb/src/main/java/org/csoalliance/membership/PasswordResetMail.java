package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.csoalliance.platform.security.Sha256;

/**
 * Sends links that set a new password, after the answer to whoever asked. An account gets three in
 * an hour at most, and a source that asks for many addresses is slowed down, silently.
 */
@Stateless
@PermitAll
public class PasswordResetMail {
  /** How long a link works. */
  static final Duration LASTS = Duration.ofMinutes(30);

  private static final int MOST_IN_AN_HOUR = 3;
  private static final String RESETS = "reset";

  @Inject private AccountRepository accounts;
  @Inject private PasswordResetRepository resets;
  @Inject private SignInFailureRepository failures;
  @Inject private AccountNotice notice;
  @Inject private Clock clock;

  /** Made by the container. */
  public PasswordResetMail() {}

  /** For tests. */
  PasswordResetMail(
      AccountRepository accounts,
      PasswordResetRepository resets,
      SignInFailureRepository failures,
      AccountNotice notice,
      Clock clock) {
    this.accounts = accounts;
    this.resets = resets;
    this.failures = failures;
    this.notice = notice;
    this.clock = clock;
  }

  /** Sends a link, if an account that can be used has the address. */
  @Asynchronous
  public void send(String emailKey, String source) {
    Instant now = clock.instant();
    Slowdown.Row row = failures.lock(RESETS, source);
    if (Slowdown.SOURCE.waits(row, now)) {
      return;
    }
    failures.set(RESETS, source, Slowdown.SOURCE.next(row, now), now);
    Optional<AccountRepository.Credentials> who = accounts.credentials(emailKey);
    if (who.isEmpty()
        || resets.madeSince(who.get().accountId(), now.minus(Duration.ofHours(1)))
            >= MOST_IN_AN_HOUR) {
      return;
    }
    String code = LinkCode.hex();
    resets.add(Sha256.of(code), who.get().accountId(), now, now.plus(LASTS));
    notice.reset(who.get().accountId(), code);
  }
}
