package org.csoalliance.membership.admin;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.csoalliance.membership.Account;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.EmailAddress;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUp;
import org.csoalliance.platform.text.PlainText;

/** People and their accounts, for administrators. Nobody acts in another's name here. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class PeopleService {
  private static final int MOST_NAME = 200;
  private static final int MOST_PAGE = 100_000;

  @Inject private PeopleRepository people;
  @Inject private RoleGrantRepository grants;
  @Inject private IdentityLinkRepository links;
  @Inject private AccountRepository accounts;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;
  @Inject private Clock clock;

  /** Made by the container. */
  public PeopleService() {}

  /** For tests. */
  PeopleService(
      PeopleRepository people,
      RoleGrantRepository grants,
      IdentityLinkRepository links,
      AccountRepository accounts,
      AuditLog audit,
      CallerContext caller,
      StepUp stepUp,
      Clock clock) {
    this.people = people;
    this.grants = grants;
    this.links = links;
    this.accounts = accounts;
    this.audit = audit;
    this.caller = caller;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /** A page of people by name, from page 1 on. */
  public PeoplePage page(PeopleFilter filter, int number) {
    return people.page(filter, Math.max(1, Math.min(number, MOST_PAGE)));
  }

  /** How many people that can sign in hold each role. */
  public Map<Role, Long> counts() {
    return people.counts();
  }

  /**
   * One person.
   *
   * @throws NotFoundException when there is none
   */
  public PersonDetail person(long id) {
    return people.person(id, grants.of(id), links.of(id)).orElseThrow(PeopleService::unknown);
  }

  /**
   * Ends an account for good, with its sessions and tokens.
   *
   * @throws RefusedException for one's own account
   * @throws ConflictException when it has ended, or it is the last administrator's
   */
  public void end(long id, String reason) {
    stepUp.require();
    String why = RoleGrantService.reason(reason);
    PersonDetail person = person(id);
    if (id == caller.reader().accountId()) {
      throw new RefusedException("Another administrator ends your account");
    }
    accounts.lock(RoleGrantService.LOCK);
    RoleGrantService.requireStillAdministrator(people, caller);
    if (people.holds(id, Role.ADMINISTRATOR) && people.others(Role.ADMINISTRATOR, id) == 0) {
      throw new ConflictException("This is the last administrator");
    }
    if (!people.end(id)) {
      throw new ConflictException("This account was ended before");
    }
    audit.record(caller.reader(), "account.ended", "account", person.row().name(), why);
  }

  /** Ends every open session of a person; each is over at its next request. */
  public void endSessions(long id, String reason) {
    stepUp.require();
    String why = RoleGrantService.reason(reason);
    PersonDetail person = person(id);
    people.endSessions(id);
    audit.record(caller.reader(), "account.sessions_ended", "account", person.row().name(), why);
  }

  /**
   * Makes an account without a password and without roles, for which the role is asked; another
   * person confirms it, and only then does the mail with the way in go out.
   *
   * @return the account
   */
  public long invite(String name, String email, Role role, String reason) {
    stepUp.require();
    Map<String, String> wrong = new LinkedHashMap<>();
    if (name == null || name.isBlank() || name.length() > MOST_NAME) {
      wrong.put("name", "Enter the name in 200 characters or fewer");
    }
    String address = email == null ? "" : email.strip();
    if (!EmailAddress.valid(address)) {
      wrong.put("email", "Enter an e-mail address, like name@company.example");
    }
    if (role == null || !RoleGrantService.GRANTABLE.contains(role)) {
      wrong.put("role", "Choose a role");
    }
    RoleGrantService.objection(reason).ifPresent(sentence -> wrong.put("reason", sentence));
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    if (!people.page(new PeopleFilter(address, null, null), 1).items().stream()
        .filter(row -> row.email().equalsIgnoreCase(address))
        .toList()
        .isEmpty()) {
      throw new InvalidException("email", "That address has an account. Ask for the role there");
    }
    Account account =
        new Account(address, PlainText.line(name, MOST_NAME), null, Set.of(), clock.instant());
    accounts.add(account);
    grants.ask(
        account.id(),
        "ROLE",
        role.name(),
        reason.strip(),
        caller.reader().accountId(),
        clock.instant());
    audit.record(
        caller.reader(),
        "account.invited",
        "account",
        PlainText.line(name, MOST_NAME),
        role.name());
    return account.id();
  }

  static NotFoundException unknown() {
    return new NotFoundException("There is no such person");
  }
}
