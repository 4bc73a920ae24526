package org.csoalliance.membership.admin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.identity.ProvidedIdentity;
import org.csoalliance.platform.security.Role;

/**
 * One person, as an administrator sees them: no report, no proof, no telephone.
 *
 * @param row the same as in the list
 * @param roles those given
 * @param sessions how many are open
 * @param tokens how many access tokens live
 * @param passkeys how many
 * @param app whether there is an authenticator app
 * @param password whether there is a password here
 * @param identities whom the account is linked with at providers
 * @param grants asked and decided, newest first
 * @param history of the membership, newest first
 */
public record PersonDetail(
    PersonRow row,
    Set<Role> roles,
    int sessions,
    int tokens,
    int passkeys,
    boolean app,
    boolean password,
    List<Identity> identities,
    List<RoleGrant> grants,
    List<Event> history) {
  /**
   * A person of a provider whose sign-in over there leads to the account.
   *
   * @param issuer the provider, or {@code ldap}
   * @param subject what the provider calls the person, for good
   * @param by {@code address}, {@code new account} or {@code hand}
   */
  public record Identity(String issuer, String subject, Instant at, String by) {
    /** The provider as people read it. */
    public String provider() {
      return words(issuer);
    }

    /** How the link came about, as people read it. */
    public String how() {
      return switch (by) {
        case "address" -> "by the address, at the first sign-in";
        case "new account" -> "when the account was made";
        default -> "by hand";
      };
    }

    /** An issuer as people read it: its address, or that it is the directory. */
    public static String words(String issuer) {
      return issuer.equals(ProvidedIdentity.DIRECTORY) ? "the directory" : issuer;
    }
  }

  /** A line of the membership's history. */
  public record Event(Instant at, String kind, String detail, String by) {
    /** The kind in words, such as "Role granted". */
    public String words() {
      return RoleWords.of(kind);
    }
  }
}
