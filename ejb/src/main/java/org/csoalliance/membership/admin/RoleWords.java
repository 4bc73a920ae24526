package org.csoalliance.membership.admin;

import java.util.Locale;

/** Role names as people read them. */
public final class RoleWords {
  private RoleWords() {}

  /** Such as "Vetting officer" for {@code VETTING_OFFICER}. */
  public static String of(String role) {
    return role.equals("PMSC")
        ? role
        : role.charAt(0) + role.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
