package org.csoalliance.membership.coverage;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.csoalliance.membership.Account;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Company;
import org.csoalliance.membership.CompanyRepository;
import org.csoalliance.membership.CompanyService;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.NewMember;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.membership.Ship;
import org.csoalliance.membership.ShipRepository;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;
import org.csoalliance.platform.settings.DemonstrationStarted;

/**
 * Made-up cruise companies that joined one after the other, so that a demonstration shows a meter
 * that moves. Their people have no password: nobody signs in as them.
 */
@Dependent
public class DemoCoverage {
  private static final String SOURCE = "Made up for the demonstration";

  private CoverageRepository coverage;
  private AccountRepository accounts;
  private CompanyRepository companies;
  private ShipRepository ships;
  private ServiceRepository services;

  /** For CDI. */
  protected DemoCoverage() {}

  /** Writes through the given repositories. */
  @Inject
  public DemoCoverage(
      CoverageRepository coverage,
      AccountRepository accounts,
      CompanyRepository companies,
      ShipRepository ships,
      ServiceRepository services) {
    this.coverage = coverage;
    this.accounts = accounts;
    this.companies = companies;
    this.ships = ships;
    this.services = services;
  }

  /** Makes them all. */
  public void create(@Observes DemonstrationStarted started) {
    Instant now = started.at();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    joined(now, today.minusMonths(9), "9990153", "Meltemi Cruises", "GR", 0, 21);
    joined(now, today.minusMonths(7), "9990167", "Fulmar Expeditions", "NO", 21, 4);
    joined(now, today.minusMonths(4), "9990170", "Halcyon Lines", "MT", 25, 6);
    joined(now, today.minusMonths(1), "9990184", "Dovekie River and Sea", "NL", 31, 3);
    number(Sector.CRUISE, null, 60, today.minusMonths(10), now);
    number(Sector.CRUISE, FleetBand.UP_TO_49, 30, today.minusMonths(10), now);
    number(Sector.TANKER, null, 120, today.minusMonths(10), now);
  }

  private void number(Sector sector, FleetBand band, int count, LocalDate asOf, Instant now) {
    coverage.add(new NewDenominator(sector, band, count, asOf, SOURCE), Reader.SYSTEM, now);
  }

  /** A company whose officer answers for so many ships since the day. */
  private void joined(
      Instant now, LocalDate day, String imo, String name, String country, int first, int count) {
    String domain = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
    Company company =
        new Company(
            new NewMember.NewCompany(imo, name, country, Sector.CRUISE, domain + ".example"), now);
    companies.add(company);
    Account officer =
        new Account(
            "officer@" + domain + ".example",
            "Officer of " + name,
            company.id(),
            Set.of(Role.MEMBER),
            now);
    accounts.add(officer);
    officer.becomeMember(company.id(), null, day.plusYears(1));
    for (ImoNumber number : numbers(first, count)) {
      ships.add(
          new Ship(
              number,
              name.substring(0, name.indexOf(' ')) + " " + number.digits().substring(3, 6),
              ShipType.CRUISE,
              country,
              company.id()));
    }
    CompanyService service = new CompanyService(officer.id(), company.id(), Capacity.PRIMARY, day);
    services.add(service);
    numbers(first, count).forEach(each -> services.answerFor(service.id(), each.digits(), day));
    services.remember(
        officer.id(),
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        "STARTED",
        Capacity.PRIMARY.words(),
        Reader.SYSTEM);
  }

  /** Made-up numbers of ships from 9910000 on, with the digit that checks the others. */
  private static List<ImoNumber> numbers(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(
            each ->
                IntStream.range(0, 10)
                    .mapToObj(digit -> ImoNumber.ship((991000 + each) + "" + digit))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow())
        .toList();
  }
}
