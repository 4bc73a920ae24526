package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.security.StepUp;

/**
 * Sets new passwords: for somebody signed in after a fresh proof, and for the holder of a link that
 * was mailed. Neither goes round the second factor, which the next sign-in asks for as ever.
 */
@Stateless
@PermitAll
public class PasswordService {
  private static final Duration FORGOTTEN = Duration.ofDays(30);

  @Inject private AccountRepository accounts;
  @Inject private AccountSessionRepository sessions;
  @Inject private PasswordResetRepository resets;
  @Inject private CompanyRepository companies;
  @Inject private PasswordHashing passwords;
  @Inject private AccountNotice notice;
  @Inject private StepUp stepUp;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public PasswordService() {}

  /** For tests. */
  @SuppressWarnings("TooManyParameters")
  PasswordService(
      AccountRepository accounts,
      AccountSessionRepository sessions,
      PasswordResetRepository resets,
      CompanyRepository companies,
      PasswordHashing passwords,
      AccountNotice notice,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.resets = resets;
    this.companies = companies;
    this.passwords = passwords;
    this.notice = notice;
    this.stepUp = new StepUp(caller, clock);
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Throws unless the caller may change the password in this session now. */
  public void mayChange() {
    caller.ownAccount();
    stepUp.require();
  }

  /**
   * Changes the caller's password; the caller's other sessions end.
   *
   * @throws InvalidException for {@code password} when it does not do
   */
  public void change(String password) {
    long me = caller.ownAccount();
    stepUp.require();
    set(me, password, caller.session());
    audit.record(
        caller.reader(), "account.password_changed", "account", caller.reader().name(), "");
  }

  /** Whether a link works; nothing is used up by asking. */
  public boolean opens(String code) {
    return code != null
        && code.length() <= 100
        && resets.account(Sha256.of(code), clock.instant()).isPresent();
  }

  /**
   * Sets the password of a link's account, uses the link up and ends every session.
   *
   * @throws NotFoundException when the link is unknown, used or too old
   * @throws InvalidException for {@code password} when it does not do; the link goes on working
   */
  public void reset(String code, String password) {
    byte[] hash = Sha256.of(code == null ? "" : code);
    Instant now = clock.instant();
    long accountId =
        resets
            .account(hash, now)
            .filter(id -> accounts.credentials(id).isPresent())
            .orElseThrow(PasswordService::gone);
    Reader reader = accounts.credentials(accountId).orElseThrow().reader();
    if (!resets.use(hash, now)) {
      throw gone();
    }
    set(accountId, password, null);
    accounts.find(accountId).ifPresent(Account::endSessions);
    resets.closeAll(accountId, now, now.minus(FORGOTTEN));
    audit.record(reader, "account.password_reset", "account", reader.name(), "by a mailed link");
  }

  private void set(long accountId, String password, UUID sessionThatStays) {
    Account account = accounts.find(accountId).orElseThrow(PasswordService::gone);
    boolean factor =
        accounts.credentials(accountId).orElseThrow(PasswordService::gone).secondFactor();
    List<String> context =
        PasswordRules.context(account.email(), account.name(), companies.nameOf(account));
    PasswordRules.objection(password, context, factor)
        .ifPresent(
            sentence -> {
              throw new InvalidException("password", sentence);
            });
    account.password(passwords.hash(password));
    sessions.endAll(accountId, sessionThatStays, clock.instant());
    notice.passwordChanged(accountId);
  }

  private static NotFoundException gone() {
    return new NotFoundException("This link was used, or it is too old");
  }
}
