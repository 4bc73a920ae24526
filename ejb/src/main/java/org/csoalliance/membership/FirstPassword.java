package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;

/** Gives an account that has none yet its first password, by the rules of passwords. */
@Dependent
public class FirstPassword {
  private AccountRepository accounts;
  private PasswordHashing hashing;

  /** For CDI. */
  protected FirstPassword() {}

  /** Writes through the given repository. */
  @Inject
  public FirstPassword(AccountRepository accounts, PasswordHashing hashing) {
    this.accounts = accounts;
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
    PasswordRules.objection(password, account.email())
        .ifPresent(
            sentence -> {
              throw new InvalidException("password", sentence);
            });
    account.password(hashing.hash(password));
  }
}
