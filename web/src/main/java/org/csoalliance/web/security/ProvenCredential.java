package org.csoalliance.web.security;

import jakarta.security.enterprise.credential.Credential;
import org.csoalliance.membership.SignedIn;

/**
 * Somebody whom a service has found to be who they are, by a passkey, by a second factor after the
 * password, or by another house's word. It is made in this product's own code only, never from a
 * request.
 *
 * @param who the person
 * @param strong whether a second factor was proved
 */
public record ProvenCredential(SignedIn who, boolean strong) implements Credential {}
