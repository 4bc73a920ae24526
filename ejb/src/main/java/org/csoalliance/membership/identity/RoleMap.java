package org.csoalliance.membership.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.security.Role;

/**
 * Which group of a provider gives which role, as the setting writes it: {@code
 * cso-editors=EDITOR,cso-audit=AUDITOR}. MEMBER and APPLICANT are never given so: members are
 * vetted.
 */
final class RoleMap {
  private record Line(String group, Role role) {}

  private final List<Line> lines = new ArrayList<>();
  private final boolean anyCase;

  private RoleMap(boolean anyCase) {
    this.anyCase = anyCase;
  }

  /**
   * Reads the setting.
   *
   * @param name of the setting, for the sentence
   * @param text null or blank for no group at all
   * @param anyCase whether capital letters make no difference, as in a directory
   * @throws IllegalStateException with a sentence for the administrator
   */
  static RoleMap parse(String name, String text, boolean anyCase) {
    RoleMap map = new RoleMap(anyCase);
    if (text == null || text.isBlank()) {
      return map;
    }
    for (String part : text.split(",", -1)) {
      int equals = part.lastIndexOf('=');
      if (equals < 1) {
        throw new IllegalStateException(
            name + " is written group=ROLE,group=ROLE; this is not: " + part.strip());
      }
      map.lines.add(
          new Line(part.substring(0, equals).strip(), role(name, part.substring(equals + 1))));
    }
    return map;
  }

  private static Role role(String name, String text) {
    Role role;
    try {
      role = Role.valueOf(text.strip());
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException(name + " names no role that there is: " + text.strip());
    }
    if (role == Role.MEMBER || role == Role.APPLICANT) {
      throw new IllegalStateException(name + " gives " + role + ", but members are vetted");
    }
    return role;
  }

  /** The roles that the provider decides about. */
  Set<Role> governed() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    lines.forEach(line -> roles.add(line.role()));
    return roles;
  }

  /** The roles that a person in these groups holds. */
  Set<Role> of(Collection<String> groups) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    lines.stream()
        .filter(line -> groups.stream().anyMatch(each -> same(line.group(), each)))
        .forEach(line -> roles.add(line.role()));
    return roles;
  }

  private boolean same(String mapped, String group) {
    return anyCase ? mapped.equalsIgnoreCase(group) : mapped.equals(group);
  }
}
