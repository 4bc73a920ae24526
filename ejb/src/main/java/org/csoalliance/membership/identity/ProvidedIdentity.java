package org.csoalliance.membership.identity;

import java.io.Serializable;
import java.util.Set;

/**
 * A person as an identity provider or a directory described them. Whoever makes one has proved it:
 * by a signed token, or by a bind with the person's password.
 *
 * @param issuer the provider's issuer; {@link #DIRECTORY} for the directory
 * @param subject what the provider calls the person, for good; never null
 * @param email the address, null when none was told
 * @param emailVerified whether the provider says that the address is the person's
 * @param name shown to others, null when none was told
 * @param groups as the provider names them, never null
 */
public record ProvidedIdentity(
    String issuer,
    String subject,
    String email,
    boolean emailVerified,
    String name,
    Set<String> groups)
    implements Serializable {
  /** Stands for the directory of the deployment, whatever its address. */
  public static final String DIRECTORY = "ldap";

  /** Copies the groups. */
  public ProvidedIdentity {
    groups = Set.copyOf(groups);
  }
}
