package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.platform.security.Reader;

/** The people of the demonstration, for features that make up something they did. */
@Dependent
public class DemoPeople {
  private AccountRepository accounts;

  /** For CDI. */
  protected DemoPeople() {}

  /** Reads through the given repository. */
  @Inject
  public DemoPeople(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /**
   * A person of the demonstration.
   *
   * @param person the part of the address before the sign
   * @throws IllegalStateException when the demonstration has no such person
   */
  public Reader person(String person) {
    return accounts
        .credentials(person + "@demo.example")
        .map(AccountRepository.Credentials::reader)
        .orElseThrow(() -> new IllegalStateException("The demonstration lacks " + person));
  }
}
