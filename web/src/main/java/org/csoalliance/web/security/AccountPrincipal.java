package org.csoalliance.web.security;

import jakarta.security.enterprise.CallerPrincipal;
import org.csoalliance.membership.SignedIn;

/** Carries what the identity store found to the authentication mechanism. */
final class AccountPrincipal extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  private final transient SignedIn signedIn;

  AccountPrincipal(SignedIn signedIn) {
    super(Long.toString(signedIn.accountId()));
    this.signedIn = signedIn;
  }

  SignedIn signedIn() {
    return signedIn;
  }
}
