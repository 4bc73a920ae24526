package org.csoalliance.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.csoalliance.web.security.LocalPath;

/** What the sign-in page says about the deployment's identity provider. */
@Named("provider")
@RequestScoped
public class ProviderBean {
  @Inject private OidcSettings settings;

  /** Whether there is a provider. */
  public boolean isThere() {
    return settings.issuer().isPresent();
  }

  /** What the button says behind "Sign in with". */
  public String getName() {
    return settings.name();
  }

  /** The address of the button, with where the person wanted to be. */
  public String getAddress() {
    Map<String, String> given = given();
    return LocalPath.of(given.getOrDefault("from", given.get("next")))
        .map(from -> "/sign-in/oidc?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8))
        .orElse("/sign-in/oidc");
  }

  /** What went wrong with the last sign-in by the provider, null for nothing. */
  public String getTrouble() {
    return switch (String.valueOf(given().get("provider"))) {
      case "down" ->
          settings.name()
              + " does not answer. Try again in a few minutes, or use your password here if you"
              + " have one.";
      case "refused" -> "The sign-in did not work or took too long. Start again.";
      case "unknown" ->
          "You are known to "
              + settings.name()
              + ", but have no account here. Ask an administrator of the alliance.";
      default -> null;
    };
  }

  private static Map<String, String> given() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
  }
}
