package org.csoalliance.web.security;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * All that a session keeps of a sign-in. Roles are not kept: they are read anew at each request.
 *
 * @param accountId the account
 * @param sessionStamp the account's stamp at sign-in
 * @param since when the sign-in was
 */
record SessionMark(long accountId, int sessionStamp, Instant since) implements Serializable {
  /** The attribute of the session. */
  static final String ATTRIBUTE = "org.csoalliance.session";

  /** Whether the session has lived for as long as a session may. */
  boolean over(Instant now, Duration lifetime) {
    return !now.isBefore(since.plus(lifetime));
  }
}
