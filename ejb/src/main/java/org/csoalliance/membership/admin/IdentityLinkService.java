package org.csoalliance.membership.admin;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.membership.AccountNotice;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.identity.IdentitySettings;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.text.PlainText;

/**
 * Links an account with a person of the deployment's provider or directory by hand. Whoever signs
 * in over there comes into the account, so one administrator asks and another person confirms (see
 * {@link RoleGrantService#decide}); else an administrator could link themselves with anybody.
 */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class IdentityLinkService {
  private static final int MOST_SUBJECT = 500;

  @Inject private PeopleRepository people;
  @Inject private RoleGrantRepository grants;
  @Inject private IdentityLinkRepository links;
  @Inject private IdentitySettings identities;
  @Inject private AccountRepository accounts;
  @Inject private AccountNotice notice;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;
  @Inject private Clock clock;

  /** Made by the container. */
  public IdentityLinkService() {}

  /** For tests. */
  IdentityLinkService(
      PeopleRepository people,
      RoleGrantRepository grants,
      IdentityLinkRepository links,
      IdentitySettings identities,
      AccountRepository accounts,
      AccountNotice notice,
      AuditLog audit,
      CallerContext caller,
      StepUp stepUp,
      Clock clock) {
    this.people = people;
    this.grants = grants;
    this.links = links;
    this.identities = identities;
    this.accounts = accounts;
    this.notice = notice;
    this.audit = audit;
    this.caller = caller;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /** The issuers that an account can be linked with, as the deployment is set up; may be empty. */
  public List<String> providers() {
    return identities.providers();
  }

  /** Whether the next sign-in at a provider links the same address again. */
  public boolean linksAgain(String issuer) {
    return identities.linksByMail(issuer);
  }

  /**
   * Asks for a link; nothing changes until another person confirms.
   *
   * @param issuer one of {@link #providers()}
   * @param subject what the provider calls the person, for good
   * @throws InvalidException when a field is wrong, or the subject is linked with any account
   * @throws ConflictException when the account is linked with that provider, or a link waits
   * @throws RefusedException for one's own account
   */
  public void ask(long account, String issuer, String subject, String reason) {
    stepUp.require();
    String whom = checked(issuer, subject, reason);
    PersonDetail person = person(account);
    if (account == caller.reader().accountId()) {
      throw new RefusedException("Another administrator does this for you");
    }
    String provider = PersonDetail.Identity.words(issuer);
    if (person.identities().stream().anyMatch(each -> each.issuer().equals(issuer))) {
      throw new ConflictException(
          "This account is linked with " + provider + " already. Take that link away first");
    }
    links
        .holder(issuer, whom)
        .ifPresent(
            other -> {
              throw new InvalidException(
                  "subject",
                  "This subject is linked with the account of "
                      + other.name()
                      + ". If it is not theirs, take the link away there first");
            });
    RoleGrantService.requireNew(accounts, grants, person, "LINK", "-");
    grants.askLink(
        account, issuer, whom, reason.strip(), caller.reader().accountId(), clock.instant());
    audit.record(caller.reader(), "identity.link_asked", "account", person.row().name(), provider);
  }

  private String checked(String issuer, String subject, String reason) {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (issuer == null || !identities.providers().contains(issuer)) {
      wrong.put("issuer", "Choose a provider");
    }
    String whom = subject == null ? "" : subject.strip();
    if (whom.isEmpty()
        || whom.length() > MOST_SUBJECT
        || !whom.equals(PlainText.line(whom, MOST_SUBJECT))) {
      wrong.put("subject", "Enter the subject as the provider shows it, in 1 to 500 characters");
    }
    RoleGrantService.objection(reason).ifPresent(sentence -> wrong.put("reason", sentence));
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return whom;
  }

  /**
   * Takes the link of an account with a provider away, ends the sessions and tells the person. It
   * takes one administrator: nobody gets in by it.
   *
   * @throws ConflictException when the account is not linked with that provider
   */
  public void unlink(long account, String issuer, String reason) {
    stepUp.require();
    String why = RoleGrantService.reason(reason);
    PersonDetail person = person(account);
    if (issuer == null || !links.unlink(account, issuer)) {
      throw new ConflictException("The account is not linked with that provider");
    }
    String provider = PersonDetail.Identity.words(issuer);
    people.endSessions(account);
    notice.identityChanged(
        account,
        "An administrator has taken the link of your account with "
            + provider
            + " away and ended your sessions. If you have no password here, set one under"
            + " \"Forgotten the password\" on the page where you sign in.");
    audit.record(
        caller.reader(),
        "identity.unlinked",
        "account",
        person.row().name(),
        provider + ": " + why);
  }

  private PersonDetail person(long account) throws NotFoundException {
    return people.person(account, List.of(), links.of(account)).orElseThrow(PeopleService::unknown);
  }
}
