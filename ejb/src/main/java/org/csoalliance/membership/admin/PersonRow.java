package org.csoalliance.membership.admin;

import java.time.Instant;
import java.util.List;

/**
 * A person in the list.
 *
 * @param company null for none
 * @param roles in words, those given
 * @param strong whether there is a second factor
 */
public record PersonRow(
    long id,
    String name,
    String email,
    String company,
    List<String> roles,
    PeopleFilter.State state,
    boolean strong,
    Instant since) {
  /** The roles in one line. */
  public String roleWords() {
    return roles.isEmpty() ? "None" : String.join(", ", roles);
  }
}
