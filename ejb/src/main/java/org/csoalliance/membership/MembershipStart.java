package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * Turns a vetted person into a member: account, company, service and ships, in the transaction of
 * the decision. Called by the vetting of applications and by the demonstration alone.
 */
@Dependent
public class MembershipStart {
  /** How long a membership holds before it is attested again. */
  static final int MONTHS = 12;

  private AccountRepository accounts;
  private CompanyRepository companies;
  private ShipRepository ships;
  private ServiceRepository services;
  private Clock clock;

  /** For CDI. */
  protected MembershipStart() {}

  /** Writes through the given repositories. */
  @Inject
  public MembershipStart(
      AccountRepository accounts,
      CompanyRepository companies,
      ShipRepository ships,
      ServiceRepository services,
      Clock clock) {
    this.accounts = accounts;
    this.companies = companies;
    this.ships = ships;
    this.services = services;
    this.clock = clock;
  }

  /**
   * Begins the membership today, for twelve months.
   *
   * @param by who decided
   * @return what was made; ships that another company holds are left there and named
   */
  public StartedMember begin(NewMember member, Reader by) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Company company =
        companies
            .byImo(member.company().imo())
            .orElseGet(
                () -> {
                  Company made = new Company(member.company(), now);
                  companies.add(made);
                  return made;
                });
    Account account =
        member.accountId() == null
            ? new Account(member.email(), member.name(), null, Set.of(), now)
            : accounts.find(member.accountId()).orElseThrow();
    if (account.id() == null) {
      accounts.add(account);
    }
    account.becomeMember(company.id(), member.telephone(), today.plusMonths(MONTHS));
    account.roles().remove(Role.APPLICANT);
    account.roles().add(Role.MEMBER);
    account.endSessions();
    services
        .current(account.id())
        .ifPresent(
            old -> {
              old.end(today, "Serves another company");
              services.releaseAll(old.id(), today);
              services.flush();
            });
    CompanyService service =
        new CompanyService(account.id(), company.id(), member.capacity(), today);
    services.add(service);
    List<String> contested = new ArrayList<>();
    for (NewMember.NewShip ship : member.ships()) {
      if (take(ship, company.id())) {
        services.answerFor(service.id(), ship.imo(), today);
      } else {
        contested.add(ship.imo());
      }
    }
    services.remember(
        account.id(), now, "STARTED", member.capacity().words() + " of " + company.name(), by);
    return new StartedMember(account.id(), company.id(), contested);
  }

  private boolean take(NewMember.NewShip given, long companyId) {
    ImoNumber imo = ImoNumber.ship(given.imo()).orElseThrow();
    Ship known = ships.find(imo).orElse(null);
    if (known == null) {
      ships.add(new Ship(imo, given.name(), given.type(), given.flag(), companyId));
      ships.flush(); // services refer to it by its number, which JPA does not see
      return true;
    }
    return known.takenBy(companyId);
  }
}
