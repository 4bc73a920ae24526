package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;

/** Gives an account that has none yet its first password, by the rules of passwords. */
@Dependent
public class FirstPassword {
  private AccountRepository accounts;
  private CompanyRepository companies;
  private PasswordHashing hashing;

  /** For CDI. */
  protected FirstPassword() {}

  /** Writes through the given repositories. */
  @Inject
  public FirstPassword(
      AccountRepository accounts, CompanyRepository companies, PasswordHashing hashing) {
    this.accounts = accounts;
    this.companies = companies;
    this.hashing = hashing;
  }

  /**
   * Sets the password in the caller's transaction.
   *
   * @throws InvalidException with a sentence for {@code password}
   * @throws ConflictException when the account has a password
   */
  public void set(long accountId, String password) {
    Account account = accounts.find(accountId).orElseThrow();
    if (account.passwordHash() != null) {
      throw new ConflictException("This account has a password. Sign in with it.");
    }
    PasswordRules.objection(
            password,
            PasswordRules.context(account.email(), account.name(), companies.nameOf(account)))
        .ifPresent(
            sentence -> {
              throw new InvalidException("password", sentence);
            });
    account.password(hashing.hash(password));
  }
}
