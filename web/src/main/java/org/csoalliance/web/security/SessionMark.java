package org.csoalliance.web.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * All that a session keeps of a sign-in. Roles are not kept: they are read anew at each request.
 *
 * @param accountId the account
 * @param sessionStamp the account's stamp at sign-in
 * @param session the row of the session, which its owner can end from elsewhere
 * @param since when the sign-in was
 * @param provedAt when a credential was last proved: at sign-in, and when confirming since
 * @param strong whether a second factor was proved, or a passkey that checked its user
 */
record SessionMark(
    long accountId, int sessionStamp, UUID session, Instant since, Instant provedAt, boolean strong)
    implements Serializable {
  /** The attribute of the session. */
  static final String ATTRIBUTE = "org.csoalliance.session";

  /** Whether the session has lived for as long as a session may. */
  boolean over(Instant now, Duration lifetime) {
    return !now.isBefore(since.plus(lifetime));
  }

  /** The same session after another proof; what was strong stays so. */
  SessionMark proved(Instant now, boolean withSecondFactor) {
    return new SessionMark(
        accountId, sessionStamp, session, since, now, strong || withSecondFactor);
  }
}
