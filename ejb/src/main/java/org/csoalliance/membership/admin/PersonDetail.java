package org.csoalliance.membership.admin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
 * @param identities the providers that the account is linked with
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
    List<String> identities,
    List<RoleGrant> grants,
    List<Event> history) {
  /** A line of the membership's history. */
  public record Event(Instant at, String kind, String detail, String by) {
    /** The kind in words, such as "Role granted". */
    public String words() {
      return RoleWords.of(kind);
    }
  }
}
