package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Optional;
import org.csoalliance.membership.identity.Directory;
import org.csoalliance.membership.identity.ProviderSignInService;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Sha256;

/**
 * Signs people in. Somebody without an account, with an ended one, with a wrong password or too
 * early after failures gets the same answer after the same work, so that neither tells who has an
 * account. Failures slow down the pair of address typed and source alone: the owner, elsewhere,
 * signs in as ever.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {
  private static final int MOST_ADDRESS = 320;

  @EJB private SignInLedger ledger;
  @EJB private SessionRegister register;
  @Inject private PasswordHashing passwords;
  @Inject private CallerContext caller;
  @Inject private Directory directory;
  @EJB private ProviderSignInService providers;

  /** Made by the container. */
  public SignInService() {}

  /** For tests: without a directory. */
  SignInService(SignInLedger ledger, PasswordHashing passwords) {
    this(ledger, passwords, null, null);
  }

  /** For tests. */
  SignInService(
      SignInLedger ledger,
      PasswordHashing passwords,
      Directory directory,
      ProviderSignInService providers) {
    this.ledger = ledger;
    this.passwords = passwords;
    this.directory = directory;
    this.providers = providers;
  }

  /**
   * Checks an address and a password.
   *
   * @param email as typed, null as nothing
   * @param password as typed, null as nothing
   * @param source where the attempt comes from, at most 64 characters
   * @return empty when it is refused, for whatever reason
   */
  public Optional<SignedIn> signIn(String email, String password, String source) {
    String emailKey = Account.emailKey(email == null ? "" : email);
    String typed = password == null ? "" : password;
    String accountKey = HexFormat.of().formatHex(Sha256.of(emailKey));

    int number = ledger.attempt(accountKey, source);
    Optional<AccountRepository.Credentials> known =
        ledger.credentials(possible(emailKey) ? emailKey : "");
    String stored = known.map(AccountRepository.Credentials::passwordHash).orElse(null);
    boolean right = passwords.matches(stored, typed);
    if (number == 0) {
      return Optional.empty();
    }
    if (!right && stored == null && directory != null && directory.configured()) {
      Optional<SignedIn> signedIn = byDirectory(emailKey, typed, source);
      if (signedIn.isPresent()) {
        ledger.forgiven(accountKey, source);
        return signedIn;
      }
    }
    if (!right) {
      ledger.failed(number, known, source);
      return Optional.empty();
    }
    AccountRepository.Credentials who = known.orElseThrow();
    ledger.succeeded(
        who, accountKey, source, passwords.weak(stored) ? passwords.hash(typed) : null);
    return Optional.of(
        new SignedIn(who.accountId(), who.sessionStamp(), who.secondFactor(), who.reader()));
  }

  /**
   * An account with a password of its own never comes here: it opens when the directory is down.
   */
  private Optional<SignedIn> byDirectory(String emailKey, String typed, String source) {
    return possible(emailKey) && typed.length() <= PasswordHashing.MOST_CHARACTERS
        ? directory
            .authenticate(emailKey, typed)
            .flatMap(person -> providers.signIn(person, source))
        : Optional.empty();
  }

  /** Notes that the caller signs out; the session itself is ended by the web layer. */
  public void signOut() {
    if (caller.reader().signedIn()) {
      register.endOwn();
      ledger.signedOut(caller.reader());
    }
  }

  /** What no address is: it would be an error to the database, or a waste. */
  private static boolean possible(String emailKey) {
    return emailKey.length() <= MOST_ADDRESS && emailKey.indexOf('\0') < 0;
  }
}
