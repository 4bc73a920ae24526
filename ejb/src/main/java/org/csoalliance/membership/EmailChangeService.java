package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.security.StepUp;

/**
 * Moves an account to another address: asked for after a fresh proof, confirmed by a link at the
 * new address, told to the old one, which can take it back for seven days.
 */
@Stateless
@PermitAll
public class EmailChangeService {
  private static final Duration CONFIRM = Duration.ofDays(1);
  private static final Duration UNDO = Duration.ofDays(7);

  @Inject private AccountRepository accounts;
  @Inject private AccountSessionRepository sessions;
  @Inject private EmailChangeRepository changes;
  @Inject private PasswordResetRepository resets;
  @Inject private AccountNotice notice;
  @Inject private StepUp stepUp;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public EmailChangeService() {}

  /** For tests. */
  @SuppressWarnings("TooManyParameters")
  EmailChangeService(
      AccountRepository accounts,
      AccountSessionRepository sessions,
      EmailChangeRepository changes,
      PasswordResetRepository resets,
      AccountNotice notice,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.changes = changes;
    this.resets = resets;
    this.notice = notice;
    this.stepUp = new StepUp(caller, clock);
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** The address that the caller signs in with. */
  public String address() {
    return notice.address(caller.ownAccount());
  }

  /** The address that the caller asked for and has not confirmed. */
  public Optional<String> waiting() {
    return changes.waiting(caller.ownAccount(), clock.instant());
  }

  /** Throws unless the caller may ask in this session now. */
  public void mayAsk() {
    caller.ownAccount();
    stepUp.require();
  }

  /**
   * Asks for another address. An address that has an account gets another mail, and the caller the
   * same answer.
   *
   * @throws InvalidException for {@code email} when it is no address, or the present one
   */
  public void ask(String email) {
    long me = caller.ownAccount();
    stepUp.require();
    String address = email == null ? "" : email.strip();
    if (!EmailAddress.valid(address)) {
      throw new InvalidException("email", "Enter an e-mail address, like name@company.example");
    }
    Account account = accounts.find(me).orElseThrow(EmailChangeService::gone);
    if (Account.emailKey(address).equals(Account.emailKey(account.email()))) {
      throw new InvalidException("email", "That is your address now. Enter another one");
    }
    Instant now = clock.instant();
    String code = LinkCode.hex();
    changes.add(
        me,
        account.email(),
        address,
        Sha256.of(code),
        Sha256.of(LinkCode.hex()), // nobody knows it; the link to undo is made at the confirmation
        now,
        now.plus(CONFIRM));
    if (accounts.taken(Account.emailKey(address))) {
      notice.addressTaken(address);
    } else {
      notice.confirmAddress(address, code);
    }
    notice.addressAsked(me, address);
    audit.record(caller.reader(), "account.email_asked", "account", caller.reader().name(), "");
  }

  /**
   * Moves the caller's account to the address that the link was mailed to.
   *
   * @throws NotFoundException when the link is not the caller's, was used or is too old
   */
  public void confirm(String code) {
    long me = caller.ownAccount();
    Instant now = clock.instant();
    String undo = LinkCode.hex();
    EmailChangeRepository.Change change =
        changes
            .confirm(hash(code), me, Sha256.of(undo), now)
            .filter(found -> !accounts.taken(Account.emailKey(found.newEmail())))
            .orElseThrow(EmailChangeService::gone);
    accounts.find(me).orElseThrow(EmailChangeService::gone).email(change.newEmail());
    resets.closeAll(me, now, now.minus(UNDO));
    notice.addressChanged(change.oldEmail(), me, change.newEmail(), undo);
    audit.record(caller.reader(), "account.email_changed", "account", caller.reader().name(), "");
  }

  /** Whether the link would take a change back. */
  public boolean undoable(String code) {
    return changes.undoable(hash(code), clock.instant().minus(UNDO));
  }

  /**
   * Takes a change back, for the holder of the link that went to the old address, and ends every
   * session: whoever moved the account knows how to sign in.
   *
   * @throws NotFoundException when the link was used or is too old, or the old address has another
   *     account by now
   */
  public void undo(String code) {
    Instant now = clock.instant();
    EmailChangeRepository.Change change =
        changes
            .undo(hash(code), now, now.minus(UNDO))
            .filter(found -> !accounts.taken(Account.emailKey(found.oldEmail())))
            .orElseThrow(EmailChangeService::gone);
    Account account = accounts.find(change.accountId()).orElseThrow(EmailChangeService::gone);
    account.email(change.oldEmail());
    account.endSessions();
    sessions.endAll(change.accountId(), null, now);
    resets.closeAll(change.accountId(), now, now.minus(UNDO));
    audit.record(Reader.SYSTEM, "account.email_restored", "account", account.name(), "by a link");
  }

  private static byte[] hash(String code) {
    return Sha256.of(code == null || code.length() > 100 ? "" : code);
  }

  private static NotFoundException gone() {
    return new NotFoundException("This link was used, or it is too old");
  }
}
