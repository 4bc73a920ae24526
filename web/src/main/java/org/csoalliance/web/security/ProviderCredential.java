package org.csoalliance.web.security;

import jakarta.security.enterprise.credential.Credential;
import org.csoalliance.membership.identity.ProvidedIdentity;

/**
 * A person in whom the deployment's identity provider proved.
 *
 * @param identity out of a token that was checked
 * @param source where the sign-in comes from, see {@link SourceAddress}
 * @param strong whether the provider asked for a second factor
 */
public record ProviderCredential(ProvidedIdentity identity, String source, boolean strong)
    implements Credential {}
