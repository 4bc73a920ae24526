package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.StepUp;

/**
 * A person's own access tokens. Everybody signed in by a browser may call it; a token opens no more
 * than the roles that its owner holds at the time.
 */
@Stateless
@PermitAll
public class AccessTokenService {
  private static final int MOST_LIVE = 20;

  @Inject private AccessTokenRepository tokens;
  @Inject private AuditLog audit;
  @Inject private StepUp stepUp;
  @Inject private CallerContext caller;
  @Inject private Validator validator;
  @Inject private Clock clock;

  /**
   * Makes a token of the caller, after a fresh proof. One that is made without a second factor
   * opens no right that needs one.
   *
   * @return the token itself, which is shown once and kept nowhere
   * @throws InvalidException when the wish cannot be met as it is
   * @throws ConflictException when there are too many already
   */
  public String create(NewAccessToken wish) {
    stepUp.require();
    Map<String, String> wrong = new LinkedHashMap<>();
    for (ConstraintViolation<NewAccessToken> violation : validator.validate(wish)) {
      wrong.putIfAbsent(violation.getPropertyPath().toString(), violation.getMessage());
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    Instant now = clock.instant();
    if (list().stream().filter(token -> token.live(now)).count() >= MOST_LIVE) {
      throw new ConflictException("You have 20 tokens. Revoke one that is not used any more.");
    }
    String plain = "csoa_" + LinkCode.make();
    String scopes = wish.writes() ? TokenReader.READ + " " + TokenReader.WRITE : TokenReader.READ;
    AccessToken token =
        new AccessToken(
            caller.ownAccount(),
            wish.label().strip(),
            plain,
            scopes,
            now,
            now.plus(wish.days(), ChronoUnit.DAYS));
    if (!caller.strong()) {
      token.weaken();
    }
    tokens.add(token);
    audit.record(
        caller.reader(), "token.created", "token", wish.label().strip(), "scopes " + scopes);
    return plain;
  }

  /** The caller's tokens, the newest first, ended ones too. */
  public List<AccessTokenSummary> list() {
    return tokens.ofAccount(caller.ownAccount()).stream().map(AccessToken::summary).toList();
  }

  /**
   * Revokes a token of the caller; it opens nothing from the next request on.
   *
   * @throws NotFoundException when the caller has no such token
   */
  public void revoke(long id) {
    AccessToken token =
        tokens
            .find(id, caller.ownAccount())
            .orElseThrow(() -> new NotFoundException("There is no such token"));
    token.revoke(clock.instant());
    audit.record(caller.reader(), "token.revoked", "token", token.label(), "");
  }
}
