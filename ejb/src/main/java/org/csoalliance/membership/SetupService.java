package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** Makes the first administrator of a new system. */
@Stateless
@PermitAll
public class SetupService {
  private static final long LOCK = 0x0A11_1A9C_E000_0002L;
  private static final int MOST_NAME = 200;

  @EJB private FirstAdministrator first;
  @Inject private AccountRepository accounts;
  @Inject private PasswordHashing passwords;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Whether the code opens the page. */
  public boolean open(String code) {
    return first.accepts(code);
  }

  /**
   * Makes the first administrator and uses the code up.
   *
   * @throws NotFoundException when the code is wrong or used, or there is an administrator
   * @throws InvalidException with a sentence for {@code name}, {@code email}, {@code password}
   */
  public void create(String code, String name, String email, String password) {
    if (!first.accepts(code)) {
      throw gone();
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    if (name == null || name.isBlank()) {
      wrong.put("name", "Enter your name");
    } else if (name.length() > MOST_NAME || name.matches("(?s).*[\\p{Cc}\\p{Cf}].*")) {
      wrong.put("name", "Enter your name in 200 characters or fewer, without control characters");
    }
    if (email == null || !EmailAddress.valid(email.strip())) {
      wrong.put("email", "Enter an e-mail address, like name@company.example");
    }
    PasswordRules.objection(password, PasswordRules.context(email, name))
        .ifPresent(sentence -> wrong.put("password", sentence));
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    accounts.lock(LOCK);
    if (accounts.holds(Role.ADMINISTRATOR)) {
      throw gone();
    }
    if (accounts.taken(Account.emailKey(email))) {
      throw new InvalidException("email", "That address has an account. Enter another one");
    }
    Account account =
        new Account(email, name.strip(), null, Set.of(Role.ADMINISTRATOR), clock.instant());
    account.password(passwords.hash(password));
    accounts.add(account);
    audit.record(
        new Reader(account.id(), account.name(), null, Set.of(Role.ADMINISTRATOR)),
        "account.first_administrator",
        "account",
        account.name(),
        "");
    first.used();
  }

  private static NotFoundException gone() {
    return new NotFoundException("This address was used or never valid");
  }
}
