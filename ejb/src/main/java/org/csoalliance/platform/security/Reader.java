package org.csoalliance.platform.security;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The person on whose behalf something is read or changed, as every rule about rows needs it.
 *
 * @param accountId the account, null for a visitor and for the system itself
 * @param name the name shown to others and written into the audit log, never null
 * @param companyId the company served, null when there is none
 * @param roles the roles held at this moment, never null
 * @param readOnly whether the membership has lapsed so far that the person reads and no more
 * @param groups the groups the person is in at this moment, hidden ones too, never null
 * @param agreement how far a partner reads at this moment, never null
 */
public record Reader(
    Long accountId,
    String name,
    Long companyId,
    Set<Role> roles,
    boolean readOnly,
    Set<Long> groups,
    Agreement agreement)
    implements Serializable {

  /** Somebody who is not signed in. */
  public static final Reader VISITOR = new Reader(null, "Visitor", null, Set.of());

  /** The system itself: timers, imports, start-up. It holds no role and reads as a visitor does. */
  public static final Reader SYSTEM = new Reader(null, "System", null, Set.of());

  /** Somebody who may change what their roles allow, in no group and under no agreement. */
  public Reader(Long accountId, String name, Long companyId, Set<Role> roles) {
    this(accountId, name, companyId, roles, false, Set.of(), Agreement.NONE);
  }

  /** Copies the sets, so that a reader never changes. */
  public Reader {
    roles = Set.copyOf(roles);
    groups = Set.copyOf(groups);
  }

  /**
   * The person as the view {@code account_reader} has it.
   *
   * @param roles parted by blanks, null for none
   * @param groups parted by blanks, null for none
   * @param agreement null for none
   */
  public static Reader of(
      Long accountId,
      String name,
      Long companyId,
      String roles,
      boolean readOnly,
      String groups,
      String agreement) {
    return new Reader(
        accountId,
        name,
        companyId,
        split(roles, Role::valueOf),
        readOnly,
        split(groups, Long::valueOf),
        agreement == null ? Agreement.NONE : Agreement.valueOf(agreement));
  }

  private static <T> Set<T> split(String words, Function<String, T> meaning) {
    return words == null || words.isEmpty()
        ? Set.of()
        : Arrays.stream(words.split(" ")).map(meaning).collect(Collectors.toSet());
  }

  /** The same person with other roles. */
  public Reader with(Set<Role> others) {
    return new Reader(accountId, name, companyId, others, readOnly, groups, agreement);
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
