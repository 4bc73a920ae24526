package org.csoalliance.platform.security;

import java.io.Serializable;
import java.util.Set;

/**
 * The person on whose behalf something is read or changed, as every rule about rows needs it.
 *
 * @param accountId the account, null for a visitor and for the system itself
 * @param name the name shown to others and written into the audit log, never null
 * @param companyId the company served, null when there is none
 * @param roles the roles held at this moment, never null
 * @param readOnly whether the membership has lapsed so far that the person reads and no more
 */
public record Reader(Long accountId, String name, Long companyId, Set<Role> roles, boolean readOnly)
    implements Serializable {

  /** Somebody who is not signed in. */
  public static final Reader VISITOR = new Reader(null, "Visitor", null, Set.of());

  /** The system itself: timers, imports, start-up. It holds no role and reads as a visitor does. */
  public static final Reader SYSTEM = new Reader(null, "System", null, Set.of());

  /** Somebody who may change what their roles allow. */
  public Reader(Long accountId, String name, Long companyId, Set<Role> roles) {
    this(accountId, name, companyId, roles, false);
  }

  /** Copies the roles, so that a reader never changes. */
  public Reader {
    roles = Set.copyOf(roles);
  }

  /** Whether somebody is signed in. */
  public boolean signedIn() {
    return accountId != null;
  }

  /** Whether this person holds the role now. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** The role written beside an audit entry: the gravest one held, else VISITOR or SYSTEM. */
  public String auditRole() {
    if (equals(SYSTEM)) {
      return "SYSTEM";
    }
    return roles.stream().max(Enum::compareTo).map(Enum::name).orElse("VISITOR");
  }
}
