package org.csoalliance.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.csoalliance.membership.identity.IdentitySettings;
import org.csoalliance.platform.settings.Settings;

/** What the deployment says about its OpenID provider. */
@ApplicationScoped
public class OidcSettings {
  @Inject private IdentitySettings identity;
  @Inject private Settings settings;

  /** Made by the container. */
  public OidcSettings() {}

  /** For tests. */
  OidcSettings(Settings settings) {
    this.settings = settings;
    this.identity = new IdentitySettings(settings);
  }

  /** {@code alliance.oidc.issuer}, checked; empty: there is no provider. */
  Optional<String> issuer() {
    return identity.issuer();
  }

  /** {@code alliance.oidc.client.id}. */
  String clientId() {
    return settings
        .text("alliance.oidc.client.id")
        .orElseThrow(() -> new IllegalStateException("alliance.oidc.client.id is not set"));
  }

  /** {@code alliance.oidc.client.secret} or its file; empty for a client without one. */
  Optional<String> secret() {
    return identity.secret("alliance.oidc.client.secret");
  }

  /** {@code alliance.oidc.name}: what the button says behind "Sign in with". */
  String name() {
    return settings.text("alliance.oidc.name").orElse("your organisation");
  }

  /** {@code alliance.oidc.groups.claim}: where the groups stand; dots lead into objects. */
  String groupsClaim() {
    return settings.text("alliance.oidc.groups.claim").orElse("groups");
  }

  /** {@code alliance.oidc.scopes}, parted by blanks. */
  String scopes() {
    return settings.text("alliance.oidc.scopes").orElse("openid profile email");
  }

  /** {@code alliance.oidc.strong}: whether the provider asks everybody for a second factor. */
  boolean strong() {
    return identity.flag("alliance.oidc.strong");
  }

  /** Where the provider sends people back to. */
  URI callback() {
    return URI.create(settings.baseUrl() + "/sign-in/oidc/callback");
  }

  /** Where the provider sends people after signing out. */
  URI home() {
    return URI.create(settings.baseUrl() + "/");
  }
}
