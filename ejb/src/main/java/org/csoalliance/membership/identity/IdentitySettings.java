package org.csoalliance.membership.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.csoalliance.platform.settings.Settings;

/** The settings of the deployment about identity providers, read and checked. */
@ApplicationScoped
public class IdentitySettings {
  private static final Logger LOG = Logger.getLogger(IdentitySettings.class.getName());

  /**
   * How a deployment takes what a provider says.
   *
   * @param linkByMail whether a verified address leads to an existing account at the first sign-in;
   *     afterwards the subject alone counts
   * @param create whether an unknown person with a mapped role gets an account
   * @param roles which group gives which role
   */
  record Rules(boolean linkByMail, boolean create, RoleMap roles) {}

  @Inject private Settings settings;

  /** Made by the container. */
  public IdentitySettings() {}

  /** For tests. */
  public IdentitySettings(Settings settings) {
    this.settings = settings;
  }

  /** The issuer of the OpenID provider, from {@code alliance.oidc.issuer}; empty: there is none. */
  public Optional<String> issuer() {
    Optional<String> issuer = settings.text("alliance.oidc.issuer");
    return issuer.filter(url -> right(() -> requireSafe("alliance.oidc.issuer", url, "https")));
  }

  /** The address of the directory, from {@code alliance.ldap.url}; empty: there is none. */
  Optional<String> directory() {
    Optional<String> url = settings.text("alliance.ldap.url");
    return url.filter(
        each ->
            right(
                () -> {
                  if (!each.matches("(?i)ldaps?://[^/?#]+/?")) {
                    throw new IllegalStateException(
                        "alliance.ldap.url is written ldaps://host or ldap://host");
                  }
                }));
  }

  /** A wrong setting takes its own way of signing in away, and never the passwords here. */
  private static boolean right(Runnable check) {
    try {
      check.run();
      return true;
    } catch (IllegalStateException wrong) {
      LOG.severe(wrong.getMessage());
      return false;
    }
  }

  /** Whom accounts can be linked with: the OpenID provider, the directory, both or none. */
  public List<String> providers() {
    return Stream.concat(
            issuer().stream(), directory().stream().map(url -> ProvidedIdentity.DIRECTORY))
        .toList();
  }

  /** Whether a verified address leads an issuer's people to their accounts. */
  public boolean linksByMail(String issuer) {
    try {
      return providers().contains(issuer) && rules(issuer).linkByMail();
    } catch (IllegalStateException wrong) {
      return false; // nobody comes in by it before that setting is mended
    }
  }

  /** The rules for what an issuer says. */
  Rules rules(String issuer) {
    boolean directory = issuer.equals(ProvidedIdentity.DIRECTORY);
    String prefix = directory ? "alliance.ldap." : "alliance.oidc.";
    String link = settings.text(prefix + "link").orElse("email").toLowerCase(Locale.ROOT);
    if (!link.equals("email") && !link.equals("subject")) {
      throw new IllegalStateException(prefix + "link is email or subject, not " + link);
    }
    String map = prefix + "groups.map";
    return new Rules(
        link.equals("email"),
        flag(prefix + "create"),
        RoleMap.parse(map, settings.text(map).orElse(""), directory));
  }

  /** A setting that is true or false; false unless set. */
  public boolean flag(String name) {
    return settings.text(name).map(Boolean::parseBoolean).orElse(false);
  }

  /** A setting as text. */
  public Optional<String> text(String name) {
    return settings.text(name);
  }

  /**
   * A secret: the setting itself, or the first line of the file that the setting of that name with
   * {@code .file} at its end names.
   */
  public Optional<String> secret(String name) {
    Optional<String> direct = settings.text(name);
    if (direct.isPresent()) {
      return direct;
    }
    return settings
        .text(name + ".file")
        .map(
            file -> {
              try {
                return Files.readString(Path.of(file)).lines().findFirst().orElse("").strip();
              } catch (IOException unreadable) {
                throw new IllegalStateException(name + ".file cannot be read: " + file);
              }
            });
  }

  /** Refuses an address that is neither under TLS nor of this machine. */
  public static void requireSafe(String what, String url, String scheme) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(what + " is no address: " + url);
    }
    boolean secure = scheme.equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
    boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && isThisMachine(uri.getHost());
    if (!secure && !plain) {
      throw new IllegalStateException(what + " must begin with " + scheme + "://: " + url);
    }
  }

  /** Whether a host is this machine by its usual names; nothing is looked up. */
  static boolean isThisMachine(String host) {
    return host != null
        && (host.equals("127.0.0.1") || host.equals("[::1]") || host.equalsIgnoreCase("localhost"));
  }
}
