package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;

/**
 * Keeps count of attempts in short transactions, so that no row stays locked while a password is
 * hashed. An attempt counts as failed from its beginning until it succeeds: a hundred attempts at
 * the same moment are counted as a hundred.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInLedger {
  /** Stands for all accounts in the count of a source. */
  private static final String EVERY_ACCOUNT = "*";

  /** Stands for all sources in the count of an account. */
  private static final String ANYWHERE = "*";

  @Inject private SignInFailureRepository failures;
  @Inject private AccountRepository accounts;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public SignInLedger() {}

  /** For tests. */
  SignInLedger(
      SignInFailureRepository failures, AccountRepository accounts, AuditLog audit, Clock clock) {
    this.failures = failures;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Counts an attempt in.
   *
   * @param accountKey SHA-256 of the address typed, in hex
   * @return the number of failures in a row that this one makes, should it fail; 0 when it is too
   *     early, and then nothing was counted
   */
  public int attempt(String accountKey, String source) {
    Slowdown.Row ofSource = failures.lock(EVERY_ACCOUNT, source);
    Slowdown.Row ofAccount = failures.lock(accountKey, source);
    Instant now = clock.instant(); // behind the locks, so that it is not before the last one's
    if (Slowdown.SOURCE.waits(ofSource, now) || Slowdown.ACCOUNT.waits(ofAccount, now)) {
      return 0;
    }
    int number = Slowdown.ACCOUNT.next(ofAccount, now);
    failures.set(EVERY_ACCOUNT, source, Slowdown.SOURCE.next(ofSource, now), now);
    failures.set(accountKey, source, number, now);
    return number;
  }

  /** The account behind an address, in one statement. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<AccountRepository.Credentials> credentials(String emailKey) {
    return accounts.credentials(emailKey);
  }

  /** The account of somebody who is signed in, in one statement. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<AccountRepository.Credentials> credentials(long accountId) {
    return accounts.credentials(accountId);
  }

  /**
   * Counts an attempt in that is slowed down for the account alone, wherever it comes from.
   *
   * @return as {@link #attempt} does
   */
  public int attemptAnywhere(String accountKey) {
    Slowdown.Row row = failures.lock(accountKey, ANYWHERE);
    Instant now = clock.instant();
    if (Slowdown.ACCOUNT.waits(row, now)) {
      return 0;
    }
    int number = Slowdown.ACCOUNT.next(row, now);
    failures.set(accountKey, ANYWHERE, number, now);
    return number;
  }

  /** Takes such an attempt back that turned out right. */
  public void rightAnywhere(String accountKey) {
    failures.forget(accountKey, ANYWHERE, clock.instant().minus(Slowdown.ACCOUNT.forgotten()));
  }

  /** Takes an attempt back that turned out right. */
  public void right(String accountKey, String source) {
    failures.takeBackOne(EVERY_ACCOUNT, source);
    failures.forget(accountKey, source, clock.instant().minus(Slowdown.ACCOUNT.forgotten()));
  }

  /**
   * Notes that somebody's password was right; with a second factor to come, nobody signed in yet.
   *
   * @param better a stronger hash of the same password, null when the stored one is good
   */
  public void succeeded(
      AccountRepository.Credentials who, String accountKey, String source, PasswordHash better) {
    failures.takeBackOne(EVERY_ACCOUNT, source);
    failures.forget(accountKey, source, clock.instant().minus(Slowdown.ACCOUNT.forgotten()));
    if (better != null) {
      accounts.find(who.accountId()).ifPresent(account -> account.password(better));
    }
    if (!who.secondFactor()) {
      signedIn(who.reader(), source);
    }
  }

  /** Notes that somebody signed in. */
  public void signedIn(Reader who, String source) {
    audit.record(who, "account.signed_in", "account", who.name(), "from " + source);
  }

  /** Takes the attempt back: the directory of the deployment knew the password. */
  public void forgiven(String accountKey, String source) {
    failures.takeBackOne(EVERY_ACCOUNT, source);
    failures.forget(accountKey, source, clock.instant().minus(Slowdown.ACCOUNT.forgotten()));
  }

  /** Notes a burst: the fifth failure in a row, the tenth, the twentieth and so on. */
  public void failed(int number, Optional<AccountRepository.Credentials> known, String source) {
    if (!isBurst(number)) {
      return;
    }
    String name = known.map(account -> account.reader().name()).orElse("unknown address");
    audit.record(
        Reader.SYSTEM,
        "account.sign_in_failed",
        "account",
        name,
        number + " failures in a row from " + source);
  }

  /** Notes that somebody signed out. */
  public void signedOut(Reader who) {
    audit.record(who, "account.signed_out", "account", who.name(), "");
  }

  static boolean isBurst(int number) {
    return number >= Slowdown.ACCOUNT.free()
        && number % Slowdown.ACCOUNT.free() == 0
        && Integer.bitCount(number / Slowdown.ACCOUNT.free()) == 1;
  }
}
