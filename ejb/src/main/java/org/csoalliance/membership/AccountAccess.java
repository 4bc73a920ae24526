package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.membership.factor.SecondFactorPolicy;
import org.csoalliance.platform.security.Sha256;

/**
 * Tells the authentication who the owner of a session or of a token is at this moment, in one
 * statement a request: a role taken away or an account ended counts from the next request on.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountAccess {
  private static final int LONGEST_TOKEN = 200;

  @Inject private AccountRepository accounts;
  @Inject private TokenQueue tokens;
  @Inject private SecondFactorPolicy policy;

  /**
   * The owner of a session.
   *
   * @param sessionStamp as it was when the session began
   * @param session the session's row
   * @return empty when the account has ended or the session was ended
   */
  public Optional<OpenSession> current(long accountId, int sessionStamp, UUID session) {
    return accounts.ofSession(accountId, sessionStamp, session);
  }

  /**
   * The owner of a token.
   *
   * @param plain the token as the program sent it
   * @return empty when there is none such, or it or the account has ended
   */
  public Optional<TokenReader> ofToken(String plain) {
    if (plain == null || plain.isEmpty() || plain.length() > LONGEST_TOKEN) {
      return Optional.empty();
    }
    return tokens
        .of(Sha256.of(plain))
        .map(
            token ->
                token.strong()
                    ? token
                    : new TokenReader(policy.limit(token.reader()), token.scopes(), false));
  }
}
