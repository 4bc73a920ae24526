package org.csoalliance.web.security;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.membership.SignInService;
import org.csoalliance.membership.SignedIn;
import org.csoalliance.membership.identity.ProviderSignInService;
import org.csoalliance.platform.security.Reader;

/** The accounts of the database, to Jakarta Security. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {
  @EJB private SignInService signIn;
  @EJB private ProviderSignInService providers;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (credential instanceof ProviderCredential provided) {
      return result(providers.signIn(provided.identity(), provided.source()));
    }
    if (!(credential instanceof SignInCredential typed)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    return result(signIn.signIn(typed.email(), typed.password(), typed.source()));
  }

  private static CredentialValidationResult result(Optional<SignedIn> found) {
    return found
        .map(
            signedIn ->
                new CredentialValidationResult(
                    new AccountPrincipal(signedIn), groups(signedIn.reader())))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }

  /** Role names, which are the groups of both servers. */
  static Set<String> groups(Reader reader) {
    return reader.roles().stream().map(Enum::name).collect(Collectors.toSet());
  }
}
