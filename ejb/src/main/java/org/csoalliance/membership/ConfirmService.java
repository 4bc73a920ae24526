package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Sha256;

/**
 * Lets somebody who is signed in prove again who they are. Failures are counted with those of the
 * sign-in, so that an open session is no way to guess a password faster.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConfirmService {
  @EJB private SignInLedger ledger;
  @Inject private PasswordHashing passwords;
  @Inject private CallerContext caller;

  /**
   * Checks the password of the person signed in.
   *
   * @param typed null as nothing
   * @param source where the attempt comes from
   * @return whether it is right; false too when nobody is signed in or it is too early after
   *     failures
   */
  public boolean password(String typed, String source) {
    if (caller.session() == null) {
      return false;
    }
    Optional<AccountRepository.Credentials> who = ledger.credentials(caller.reader().accountId());
    if (who.isEmpty()) {
      return false;
    }
    String key = HexFormat.of().formatHex(Sha256.of(Account.emailKey(who.get().email())));
    int number = ledger.attempt(key, source);
    boolean right = passwords.matches(who.get().passwordHash(), typed == null ? "" : typed);
    if (number == 0) {
      return false;
    }
    if (right) {
      ledger.right(key, source);
    } else {
      ledger.failed(number, who, source);
    }
    return right;
  }
}
