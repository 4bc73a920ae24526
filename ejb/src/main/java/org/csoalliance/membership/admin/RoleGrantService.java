package org.csoalliance.membership.admin;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.AUDITOR;
import static org.csoalliance.platform.security.Roles.VETTING_OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.security.StepUp;

/**
 * Staff roles, and what could open somebody's account to another: one administrator asks, another
 * person confirms, never for oneself. With a single administrator, a vetting officer or an auditor
 * is the second. Taking a role away needs one. A member's role is no matter of this: members are
 * vetted.
 */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class RoleGrantService {
  /** The roles that are given this way. */
  public static final Set<Role> GRANTABLE =
      EnumSet.complementOf(EnumSet.of(Role.MEMBER, Role.APPLICANT));

  /** Held while the number of administrators may change. */
  static final long LOCK = 0x0A11_1A9C_E000_0070L;

  private static final int LEAST_REASON = 5;
  private static final int MOST_REASON = 500;

  @Inject private PeopleRepository people;
  @Inject private RoleGrantRepository grants;
  @Inject private AccountRepository accounts;
  @Inject private ServiceRepository services;
  @Inject private GrantEffects effects;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;
  @Inject private Clock clock;

  /** Made by the container. */
  public RoleGrantService() {}

  /** For tests. */
  RoleGrantService(
      PeopleRepository people,
      RoleGrantRepository grants,
      AccountRepository accounts,
      ServiceRepository services,
      GrantEffects effects,
      AuditLog audit,
      CallerContext caller,
      StepUp stepUp,
      Clock clock) {
    this.people = people;
    this.grants = grants;
    this.accounts = accounts;
    this.services = services;
    this.effects = effects;
    this.audit = audit;
    this.caller = caller;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /** What waits for a second person, the oldest first. */
  @RolesAllowed({ADMINISTRATOR, VETTING_OFFICER, AUDITOR})
  public List<RoleGrant> waiting() {
    return grants.waiting();
  }

  /** Whether the caller may decide this one. */
  @RolesAllowed({ADMINISTRATOR, VETTING_OFFICER, AUDITOR})
  public boolean mayDecide(RoleGrant grant) {
    return objection(grant).isEmpty();
  }

  /** Asks for a role; nothing changes until another person confirms. */
  public void ask(long account, Role role, String reason) {
    stepUp.require();
    if (role == null || !GRANTABLE.contains(role)) {
      throw new InvalidException("role", "Choose a role");
    }
    String why = reason(reason);
    PersonDetail person = person(account);
    requireOther(account);
    if (person.roles().contains(role)) {
      throw new ConflictException(person.row().name() + " holds this role already");
    }
    keep(person, "ROLE", role.name(), why);
    audit.record(caller.reader(), "role.asked", "account", person.row().name(), role.name());
  }

  /** Asks that a person's second factors be taken away, as when a telephone was lost. */
  public void askFactorReset(long account, String reason) {
    stepUp.require();
    String why = reason(reason);
    PersonDetail person = person(account);
    requireOther(account);
    keep(person, "FACTORS", "-", why);
    audit.record(caller.reader(), "factors.reset_asked", "account", person.row().name(), "");
  }

  /**
   * Confirms or refuses, as the second person.
   *
   * @throws NotFoundException when nothing of that number waits
   * @throws RefusedException for one's own wish, for oneself, or without the right
   */
  @RolesAllowed({ADMINISTRATOR, VETTING_OFFICER, AUDITOR})
  public void decide(long id, boolean confirmed) {
    stepUp.require();
    accounts.lock(LOCK);
    RoleGrant grant =
        grants
            .lockOpen(id)
            .orElseThrow(() -> new NotFoundException("This was decided before, or never asked"));
    Optional<String> objection = objection(grant);
    if (objection.isPresent()) {
      throw new RefusedException(objection.get());
    }
    grants.decide(
        id, confirmed ? "GRANTED" : "REFUSED", caller.reader().accountId(), clock.instant());
    if (confirmed) {
      effects.carryOut(grant, caller.reader());
    }
    audit.record(
        caller.reader(),
        action(grant.kind(), confirmed),
        "account",
        grant.name(),
        detail(grant) + ", asked by " + grant.askedBy());
  }

  private static String action(String kind, boolean confirmed) {
    return switch (kind) {
      case "FACTORS" -> confirmed ? "factors.reset_done" : "factors.reset_refused";
      case "LINK" -> confirmed ? "identity.linked" : "identity.link_refused";
      default -> confirmed ? "role.granted" : "role.refused";
    };
  }

  /** What the subject is stays out of the log, which is never rewritten when a person is erased. */
  private static String detail(RoleGrant grant) {
    return grant.kind().equals("LINK") ? PersonDetail.Identity.words(grant.issuer()) : grant.role();
  }

  /** Takes back what one asked for oneself. */
  public void withdraw(long id) {
    RoleGrant grant =
        grants
            .lockOpen(id)
            .filter(open -> open.askedById() == caller.reader().accountId())
            .orElseThrow(() -> new NotFoundException("This was decided before, or never asked"));
    grants.decide(id, "WITHDRAWN", caller.reader().accountId(), clock.instant());
    audit.record(caller.reader(), "role.withdrawn", "account", grant.name(), detail(grant));
  }

  /**
   * Takes a staff role away at once.
   *
   * @throws RefusedException for one's own role
   * @throws ConflictException when it is not held, or it is the last administrator's
   */
  public void remove(long account, Role role, String reason) {
    stepUp.require();
    if (role == null || !GRANTABLE.contains(role)) {
      throw new InvalidException("role", "Choose a role");
    }
    String why = reason(reason);
    PersonDetail person = person(account);
    requireOther(account);
    accounts.lock(LOCK);
    requireStillAdministrator(people, caller);
    if (role == Role.ADMINISTRATOR && people.others(Role.ADMINISTRATOR, account) == 0) {
      throw new ConflictException("This is the last administrator");
    }
    if (!people.take(account, role.name())) {
      throw new ConflictException(person.row().name() + " does not hold this role");
    }
    services.remember(account, clock.instant(), "ROLE_REMOVED", words(role), caller.reader());
    audit.record(
        caller.reader(), "role.removed", "account", person.row().name(), role.name() + ": " + why);
  }

  private void keep(PersonDetail person, String kind, String role, String why) {
    requireNew(accounts, grants, person, kind, role);
    grants.ask(person.row().id(), kind, role, why, caller.reader().accountId(), clock.instant());
  }

  private Optional<String> objection(RoleGrant grant) {
    long me = caller.reader().accountId();
    if (me == grant.askedById()) {
      return Optional.of("Another person than the one who asked confirms this");
    }
    if (me == grant.accountId()) {
      return Optional.of("Nobody decides about themselves");
    }
    if (caller.reader().is(Role.ADMINISTRATOR)) {
      return Optional.empty();
    }
    return people.others(Role.ADMINISTRATOR, grant.askedById()) == 0
        ? Optional.empty()
        : Optional.of("Another administrator confirms this");
  }

  private PersonDetail person(long account) {
    return people.person(account, List.of(), List.of()).orElseThrow(PeopleService::unknown);
  }

  private void requireOther(long account) {
    if (account == caller.reader().accountId()) {
      throw new RefusedException("Another administrator does this for you");
    }
  }

  /** Two administrators who remove each other at once: one of them is too late. */
  static void requireStillAdministrator(PeopleRepository people, CallerContext caller) {
    if (!people.holds(caller.reader().accountId(), Role.ADMINISTRATOR)) {
      throw new RefusedException("You are no administrator any more");
    }
  }

  /** Holds what is asked still, and refuses what waits already or is for an ended account. */
  static void requireNew(
      AccountRepository accounts,
      RoleGrantRepository grants,
      PersonDetail person,
      String kind,
      String role) {
    if (person.row().state() == PeopleFilter.State.ENDED) {
      throw new ConflictException("This account was ended");
    }
    accounts.lock(LOCK);
    if (grants.waits(person.row().id(), kind, role)) {
      throw new ConflictException("This waits for a second person already");
    }
  }

  private static String words(Role role) {
    return RoleWords.of(role.name());
  }

  /** What is wrong with a reason. */
  static Optional<String> objection(String reason) {
    int length = reason == null ? 0 : reason.strip().length();
    return length < LEAST_REASON || length > MOST_REASON
        ? Optional.of("Say why, in 5 to 500 characters")
        : Optional.empty();
  }

  /** A reason that can be kept. */
  static String reason(String reason) {
    objection(reason)
        .ifPresent(
            sentence -> {
              throw new InvalidException("reason", sentence);
            });
    return reason.strip();
  }
}
