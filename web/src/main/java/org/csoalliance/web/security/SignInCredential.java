package org.csoalliance.web.security;

import jakarta.security.enterprise.credential.Credential;

/**
 * What somebody typed at the sign-in page, and where from.
 *
 * @param email as typed
 * @param password as typed
 * @param source where the attempt comes from, see {@link SourceAddress}
 */
public record SignInCredential(String email, String password, String source) implements Credential {
  /** Never shows the password. */
  @Override
  public String toString() {
    return "SignInCredential from " + source;
  }
}
