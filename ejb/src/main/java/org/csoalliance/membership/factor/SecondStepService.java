package org.csoalliance.membership.factor;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.SignInLedger;
import org.csoalliance.membership.SignedIn;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Sha256;

/**
 * The second step of a sign-in, the sign-in by passkey alone, and the proof by either of somebody
 * signed in. Wrong codes are counted for the account, wherever they come from: whoever gets here
 * knows the password already.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecondStepService {
  @EJB private SignInLedger ledger;
  @EJB private FactorChecks checks;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public SecondStepService() {}

  /** For tests. */
  SecondStepService(SignInLedger ledger, FactorChecks checks, CallerContext caller) {
    this.ledger = ledger;
    this.checks = checks;
    this.caller = caller;
  }

  /**
   * Takes a code of the authenticator app or a recovery code after the password.
   *
   * @param sessionStamp as it was when the password was right
   * @param typed null as nothing
   * @return empty when it is wrong, used, or too early after wrong ones
   */
  public Optional<SignedIn> code(long accountId, int sessionStamp, String typed, String source) {
    Optional<AccountRepository.Credentials> who = known(accountId, sessionStamp);
    if (who.isEmpty() || !throttled(accountId, who, typed)) {
      return Optional.empty();
    }
    ledger.signedIn(who.get().reader(), source);
    return who.map(SecondStepService::signedIn);
  }

  /**
   * Takes a passkey, after the password or instead of it.
   *
   * @param half the account whose password was right, null when a passkey is all there is
   * @param answer the browser's, as JSON
   * @param ceremony null when none was begun
   * @return empty when it does not hold
   */
  public Optional<SignedIn> passkey(
      Long half, String answer, PasskeyCeremony ceremony, String source) {
    Optional<AccountRepository.Credentials> who =
        checks
            .passkey(answer, ceremony)
            .filter(accountId -> half == null || half.equals(accountId))
            .flatMap(ledger::credentials);
    who.ifPresent(found -> ledger.signedIn(found.reader(), source));
    return who.map(SecondStepService::signedIn);
  }

  /** Whether a code of the person signed in is right. */
  public boolean confirmCode(String typed) {
    if (caller.session() == null) {
      return false;
    }
    long me = caller.reader().accountId();
    return throttled(me, ledger.credentials(me), typed);
  }

  /** Whether the passkey is one of the person signed in. */
  public boolean confirmPasskey(String answer, PasskeyCeremony ceremony) {
    return caller.session() != null
        && checks
            .passkey(answer, ceremony)
            .filter(accountId -> accountId.equals(caller.reader().accountId()))
            .isPresent();
  }

  private boolean throttled(
      long accountId, Optional<AccountRepository.Credentials> who, String typed) {
    String key = HexFormat.of().formatHex(Sha256.of("second factor of " + accountId));
    int number = ledger.attemptAnywhere(key);
    if (number == 0) {
      return false;
    }
    if (typed != null && typed.length() <= 100 && checks.code(accountId, typed)) {
      ledger.rightAnywhere(key);
      return true;
    }
    ledger.failed(number, who, "the second step");
    return false;
  }

  private Optional<AccountRepository.Credentials> known(long accountId, int sessionStamp) {
    return ledger.credentials(accountId).filter(who -> who.sessionStamp() == sessionStamp);
  }

  private static SignedIn signedIn(AccountRepository.Credentials who) {
    return new SignedIn(who.accountId(), who.sessionStamp(), true, who.reader());
  }
}
