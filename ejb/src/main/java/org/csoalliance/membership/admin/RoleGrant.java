package org.csoalliance.membership.admin;

import java.time.Instant;
import java.util.Locale;

/**
 * A role, the reset of second factors, or a link with a provider's person, that one person asked
 * for and another decides.
 *
 * @param accountId whom it is for
 * @param kind {@code ROLE}, {@code FACTORS} or {@code LINK}
 * @param role the role's name; {@code -} otherwise
 * @param issuer the provider of a link, null otherwise
 * @param subject the provider's person of a link, null otherwise
 * @param state ASKED, GRANTED, REFUSED or WITHDRAWN
 * @param decidedBy null while it waits
 */
public record RoleGrant(
    long id,
    long accountId,
    String name,
    String email,
    String kind,
    String role,
    String issuer,
    String subject,
    String reason,
    long askedById,
    String askedBy,
    Instant askedAt,
    String state,
    String decidedBy,
    Instant decidedAt) {
  /** What it is about, in words. */
  public String what() {
    return switch (kind) {
      case "FACTORS" -> "Reset of second factors";
      case "LINK" -> "Link with " + subject + " at " + PersonDetail.Identity.words(issuer);
      default -> RoleWords.of(role);
    };
  }

  /** The state in words. */
  public String stateWords() {
    return switch (state) {
      case "ASKED" -> "Waits";
      case "GRANTED" -> "Confirmed";
      case "REFUSED" -> "Refused";
      default -> state.charAt(0) + state.substring(1).toLowerCase(Locale.ROOT);
    };
  }

  /** Whether nobody has decided. */
  public boolean open() {
    return state.equals("ASKED");
  }
}
