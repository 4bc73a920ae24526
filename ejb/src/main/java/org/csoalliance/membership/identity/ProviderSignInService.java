package org.csoalliance.membership.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.csoalliance.membership.Account;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.EmailAddress;
import org.csoalliance.membership.SignedIn;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.text.PlainText;

/**
 * Lets a person in whom the deployment's provider or directory has proved. The subject leads to the
 * account; an address does so once, at the first sign-in, and only where the deployment says so.
 * The roles that the deployment's map names are the provider's to give and to take, at each
 * sign-in; MEMBER is never among them.
 */
@Stateless
@PermitAll
public class ProviderSignInService {
  private static final Logger LOG = Logger.getLogger(ProviderSignInService.class.getName());
  private static final int LONGEST = 500;

  @Inject private IdentityRepository identities;
  @Inject private AccountRepository accounts;
  @Inject private IdentitySettings settings;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public ProviderSignInService() {}

  /** For tests. */
  ProviderSignInService(
      IdentityRepository identities,
      AccountRepository accounts,
      IdentitySettings settings,
      AuditLog audit,
      Clock clock) {
    this.identities = identities;
    this.accounts = accounts;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Finds, links or makes the account of a proved person and brings its roles up to date.
   *
   * @param identity proved by the caller, see {@link ProvidedIdentity}
   * @param source where the sign-in comes from
   * @return empty when the person has no account here and gets none, or it has ended
   */
  public Optional<SignedIn> signIn(ProvidedIdentity identity, String source) {
    if (identity.subject().isBlank() || identity.subject().length() > LONGEST) {
      return Optional.empty();
    }
    IdentitySettings.Rules rules;
    try {
      rules = settings.rules(identity.issuer());
    } catch (IllegalStateException wrong) {
      LOG.severe(wrong.getMessage());
      return Optional.empty();
    }
    Optional<IdentityRepository.Known> known =
        identities.linked(identity.issuer(), identity.subject());
    if (known.isEmpty()) {
      identities.lock(identity.issuer(), identity.subject());
      known =
          identities
              .linked(identity.issuer(), identity.subject())
              .or(() -> linkByMail(identity, rules))
              .or(() -> create(identity, rules));
    }
    if (known.isEmpty() || !known.get().active()) {
      return Optional.empty();
    }
    long accountId = known.get().accountId();
    String changes = bringRolesUpToDate(accountId, identity, rules);
    Optional<AccountRepository.Credentials> found = accounts.credentials(accountId);
    found.ifPresent(
        account -> {
          Reader who = account.reader();
          if (!changes.isEmpty()) {
            audit.record(
                Reader.SYSTEM, "account.roles_by_provider", "account", who.name(), changes);
          }
          audit.record(
              who,
              "account.signed_in",
              "account",
              who.name(),
              "from " + source + " by " + identity.issuer());
        });
    return found.map(
        account ->
            new SignedIn(
                account.accountId(),
                account.sessionStamp(),
                account.secondFactor(),
                account.reader()));
  }

  private Optional<IdentityRepository.Known> linkByMail(
      ProvidedIdentity identity, IdentitySettings.Rules rules) {
    if (!rules.linkByMail() || !identity.emailVerified() || !validMail(identity)) {
      return Optional.empty();
    }
    Optional<IdentityRepository.Known> found =
        identities.unlinked(identity.issuer(), emailKey(identity));
    found.ifPresent(account -> link(identity, account.accountId(), account.name(), "address"));
    return found;
  }

  private Optional<IdentityRepository.Known> create(
      ProvidedIdentity identity, IdentitySettings.Rules rules) {
    Set<Role> roles = rules.roles().of(identity.groups());
    if (!rules.create()
        || roles.isEmpty()
        || !identity.emailVerified()
        || !validMail(identity)
        || identities.taken(emailKey(identity))) {
      return Optional.empty();
    }
    String told = PlainText.line(identity.name() == null ? "" : identity.name(), 200);
    String name = told.isBlank() ? identity.email().strip() : told;
    Account account = new Account(identity.email(), name, null, roles, clock.instant());
    accounts.add(account);
    link(identity, account.id(), name, "new account");
    return identities.linked(identity.issuer(), identity.subject());
  }

  private void link(ProvidedIdentity identity, long accountId, String name, String how) {
    identities.link(identity, accountId, clock.instant(), how);
    audit.record(
        Reader.SYSTEM, "account.linked", "account", name, how + ", with " + identity.issuer());
  }

  private String bringRolesUpToDate(
      long accountId, ProvidedIdentity identity, IdentitySettings.Rules rules) {
    Set<Role> governed = rules.roles().governed();
    if (governed.isEmpty()) {
      return "";
    }
    Set<Role> wanted = rules.roles().of(identity.groups());
    Set<Role> held = identities.given(accountId);
    Set<Role> added = EnumSet.noneOf(Role.class);
    added.addAll(wanted);
    added.removeAll(held);
    Set<Role> removed = EnumSet.noneOf(Role.class);
    removed.addAll(governed);
    removed.retainAll(held);
    removed.removeAll(wanted);
    identities.change(accountId, added, removed);
    return words("added ", added)
        + (added.isEmpty() || removed.isEmpty() ? "" : "; ")
        + words("removed ", removed);
  }

  private static String words(String verb, Set<Role> roles) {
    return roles.isEmpty()
        ? ""
        : verb + roles.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private static boolean validMail(ProvidedIdentity identity) {
    return identity.email() != null && EmailAddress.valid(identity.email().strip());
  }

  private static String emailKey(ProvidedIdentity identity) {
    return identity.email().strip().toLowerCase(Locale.ROOT);
  }
}
