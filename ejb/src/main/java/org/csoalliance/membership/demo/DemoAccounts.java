package org.csoalliance.membership.demo;

import static org.csoalliance.membership.Capacity.ALTERNATE;
import static org.csoalliance.membership.Capacity.PRIMARY;
import static org.csoalliance.platform.security.Role.ADMINISTRATOR;
import static org.csoalliance.platform.security.Role.APPLICANT;
import static org.csoalliance.platform.security.Role.AUDITOR;
import static org.csoalliance.platform.security.Role.AUTHORITY;
import static org.csoalliance.platform.security.Role.EDITOR;
import static org.csoalliance.platform.security.Role.MEMBER;
import static org.csoalliance.platform.security.Role.ORGANISER;
import static org.csoalliance.platform.security.Role.PARTNER;
import static org.csoalliance.platform.security.Role.PMSC;
import static org.csoalliance.platform.security.Role.VETTING_OFFICER;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.csoalliance.membership.AccessToken;
import org.csoalliance.membership.AccessTokenRepository;
import org.csoalliance.membership.Account;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.Company;
import org.csoalliance.membership.CompanyRepository;
import org.csoalliance.membership.CompanyService;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.NewMember;
import org.csoalliance.membership.PasswordHash;
import org.csoalliance.membership.PasswordHashing;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.membership.Ship;
import org.csoalliance.membership.ShipRepository;
import org.csoalliance.membership.ShipType;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/**
 * Made-up companies, people, ships and tokens of a demonstration. Each person signs in with {@code
 * <part before @>@demo.example} and has the token {@code demo-<part before @>}.
 */
@Dependent
public class DemoAccounts {
  /** The password of all of them; public, as the banner of a demonstration says. */
  static final String PASSWORD = "Demonstration-2026";

  private static final String SCOPES = "read write";

  private AccountRepository accounts;
  private CompanyRepository companies;
  private ShipRepository ships;
  private AccessTokenRepository tokens;
  private ServiceRepository services;
  private PasswordHashing passwords;

  /** For CDI. */
  protected DemoAccounts() {}

  /** Writes through the given repositories. */
  @Inject
  public DemoAccounts(
      AccountRepository accounts,
      CompanyRepository companies,
      ShipRepository ships,
      AccessTokenRepository tokens,
      ServiceRepository services,
      PasswordHashing passwords) {
    this.accounts = accounts;
    this.companies = companies;
    this.ships = ships;
    this.tokens = tokens;
    this.services = services;
    this.passwords = passwords;
  }

  /** Makes all of it; the caller's transaction keeps it. */
  public void create(Instant now) {
    Long tanker = company(now, "9990003", "Kestrel Tankers", "GB", Sector.TANKER);
    Long cruise = company(now, "9990017", "Pelagia Cruises", "BS", Sector.CRUISE);
    Long bulk = company(now, "9990021", "Corvo Bulk Carriers", "PT", Sector.BULK);
    ship("9900007", "Northern Kestrel", ShipType.BULK_CARRIER, "GB", tanker);
    ship("9900019", "Amber Tern", ShipType.OIL_TANKER, "MH", tanker);
    ship("9900045", "Saltmarsh", ShipType.OIL_TANKER, "LR", tanker);
    ship("9900057", "Grey Plover", ShipType.CHEMICAL_TANKER, "SG", tanker);
    ship("9900021", "Pelagia Star", ShipType.CRUISE, "BS", cruise);
    ship("9900069", "Pelagia Dawn", ShipType.CRUISE, "BS", cruise);
    ship("9900033", "Corvo Trader", ShipType.BULK_CARRIER, "PA", bulk);
    ship("9900071", "Corvo Venture", ShipType.BULK_CARRIER, "PA", bulk);

    // one hash for all: the password is public, and the first start is not kept waiting
    PasswordHash password = passwords.hash(PASSWORD);
    List<String> tankers = List.of("9900007", "9900019", "9900045", "9900057");
    Account member = account(now, password, "member", "A. Member", tanker, MEMBER);
    serves(now, member, tanker, PRIMARY, tankers);
    Account deputy = account(now, password, "deputy", "D. Deputy", tanker, MEMBER);
    serves(now, deputy, tanker, ALTERNATE, tankers);
    Account cruises = account(now, password, "cruise", "C. Member", cruise, MEMBER);
    serves(now, cruises, cruise, PRIMARY, List.of("9900021", "9900069"));
    account(now, password, "applicant", "G. Applicant", bulk, APPLICANT);
    account(now, password, "editor", "B. Editor", null, EDITOR);
    account(now, password, "editor2", "F. Editor", null, EDITOR);
    account(now, password, "vetting", "H. Vetting", null, VETTING_OFFICER);
    account(now, password, "vetting2", "I. Vetting", null, VETTING_OFFICER);
    account(now, password, "organiser", "C. Organiser", null, ORGANISER);
    account(now, password, "partner", "E. Partner", null, PARTNER);
    account(now, password, "authority", "J. Authority", null, AUTHORITY);
    account(now, password, "authority2", "K. Authority", null, AUTHORITY);
    account(now, password, "pmsc", "L. Guard", null, PMSC);
    account(now, password, "auditor", "M. Auditor", null, AUDITOR);
    account(now, password, "administrator", "N. Administrator", null, ADMINISTRATOR);
  }

  private Long company(Instant now, String imo, String name, String country, Sector sector) {
    String domain = name.toLowerCase(Locale.ROOT).replaceAll(" .*", "") + ".example";
    Company company =
        new Company(new NewMember.NewCompany(imo, name, country, sector, domain), now);
    companies.add(company);
    return company.id();
  }

  private void ship(String imo, String name, ShipType type, String flag, Long company) {
    ships.add(new Ship(ImoNumber.ship(imo).orElseThrow(), name, type, flag, company));
  }

  /** A service that began half a year ago, attested for a year to come. */
  private void serves(
      Instant now, Account person, long company, Capacity capacity, List<String> imos) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate begin = today.minusMonths(6);
    person.becomeMember(company, "+44 20 7946 0000", today.plusYears(1));
    CompanyService service = new CompanyService(person.id(), company, capacity, begin);
    services.add(service);
    imos.forEach(imo -> services.answerFor(service.id(), imo, begin));
    services.remember(
        person.id(),
        begin.atStartOfDay(ZoneOffset.UTC).toInstant(),
        "STARTED",
        capacity.words(),
        Reader.SYSTEM);
  }

  private Account account(
      Instant now, PasswordHash password, String person, String name, Long company, Role role) {
    Account account = new Account(person + "@demo.example", name, company, Set.of(role), now);
    account.password(password);
    accounts.add(account);
    tokens.add(
        new AccessToken(
            account.id(),
            "Demonstration",
            "demo-" + person,
            SCOPES,
            now,
            now.plus(365, ChronoUnit.DAYS)));
    return account;
  }
}
