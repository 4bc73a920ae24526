package org.csoalliance.membership;

import org.csoalliance.platform.security.Reader;

/**
 * Somebody whose password was right.
 *
 * @param accountId the account
 * @param sessionStamp kept in the session; once the account's own is another, the session is over
 * @param secondFactor whether the account has a second factor, which is then asked for
 * @param reader the person with the roles held now
 */
public record SignedIn(long accountId, int sessionStamp, boolean secondFactor, Reader reader) {}
