package org.csoalliance.membership.fleet;

import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.CompanyService;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * The ships of the caller's company. Each who serves it may change its fleet, and answer for ships
 * in their own name alone.
 */
@Stateless
@RolesAllowed(MEMBER)
public class FleetService {
  @Inject private FleetRepository fleet;
  @Inject private ServiceRepository services;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public FleetService() {}

  FleetService(
      FleetRepository fleet,
      ServiceRepository services,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.fleet = fleet;
    this.services = services;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** A page of the fleet. */
  public FleetPage page(FleetQuery query) {
    return fleet.page(company(), caller.reader().accountId(), query);
  }

  /**
   * What is known of a number that was typed, to show the name back.
   *
   * @return empty when it is no number of a ship, or of one that is not known
   */
  public Optional<KnownShip> known(String typed) {
    long company = company();
    return ImoNumber.ship(typed).flatMap(imo -> fleet.find(company, imo.digits()));
  }

  /**
   * A ship of the fleet.
   *
   * @throws NotFoundException when it is in no fleet of the caller
   */
  public FleetShip ship(String imo) {
    return page(new FleetQuery(digits(imo), null, false, FleetQuery.Sort.NAME, 1)).items().stream()
        .findFirst()
        .orElseThrow(FleetService::unknown);
  }

  /**
   * Puts a ship into the fleet, or changes one that is there.
   *
   * @param answer whether the caller answers for it from today
   * @throws InvalidException field {@code imo}, when another company has it
   */
  public void put(ShipEntry ship, boolean answer) {
    long company = company();
    Optional<KnownShip> before = fleet.find(company, ship.imo());
    if (fleet.put(company, List.of(ship)) == 0) {
      throw new InvalidException(
          "imo", "This ship is in the fleet of another company. If it is yours now, claim it.");
    }
    boolean added = before.isEmpty() || !before.get().mine();
    if (answer) {
      answer(ship.imo());
    }
    audit.record(
        caller.reader(),
        added ? "fleet.ship_added" : "fleet.ship_changed",
        "ship",
        "IMO " + ship.imo(),
        ship.name());
  }

  /**
   * Takes a ship out of the fleet.
   *
   * @throws NotFoundException when it is in no fleet of the caller
   */
  public void remove(String imo) {
    if (fleet.takeOut(company(), List.of(digits(imo)), today()) == 0) {
      throw unknown();
    }
    audit.record(caller.reader(), "fleet.ship_removed", "ship", "IMO " + imo, "");
  }

  /**
   * The caller answers for a ship of the fleet from today on, in the capacity of the own service.
   *
   * @throws NotFoundException when it is in no fleet of the caller
   */
  public void answerFor(String imo) {
    if (!fleet.find(company(), digits(imo)).map(KnownShip::mine).orElse(false)) {
      throw unknown();
    }
    answer(imo);
    audit.record(caller.reader(), "fleet.ship_answered", "ship", "IMO " + imo, "");
  }

  /**
   * Today is the last day on which the caller answers for a ship.
   *
   * @throws NotFoundException when the caller does not answer for it
   */
  public void release(String imo) {
    CompanyService service = service();
    if (fleet.release(service.id(), digits(imo), today()) == 0) {
      throw unknown();
    }
    remember("No longer answers for IMO " + imo);
    audit.record(caller.reader(), "fleet.ship_released", "ship", "IMO " + imo, "");
  }

  private void answer(String imo) {
    fleet.answer(service().id(), List.of(imo), today());
    remember("Answers for IMO " + imo);
  }

  private void remember(String detail) {
    Reader reader = caller.reader();
    services.remember(reader.accountId(), clock.instant(), "SHIPS", detail, reader);
  }

  private CompanyService service() {
    return services.current(caller.reader().accountId()).orElseThrow(FleetService::noCompany);
  }

  private long company() {
    Long company = caller.reader().companyId();
    if (company == null) {
      throw noCompany();
    }
    return company;
  }

  private LocalDate today() {
    Instant now = clock.instant();
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static String digits(String imo) {
    return ImoNumber.ship(imo).map(ImoNumber::digits).orElseThrow(FleetService::unknown);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("There is no such ship in your fleet.");
  }

  private static NotFoundException noCompany() {
    return new NotFoundException("You serve no company.");
  }
}
