package org.csoalliance.membership.fleet;

import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csoalliance.membership.ImoNumber;
import org.csoalliance.membership.ServiceRepository;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.StepUp;

/** The fleet as a file: shown first, then taken as a whole or not at all; and given out. */
@Stateless
@RolesAllowed(MEMBER)
public class FleetImportService {
  @Inject private FleetRepository fleet;
  @Inject private ServiceRepository services;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private StepUp stepUp;
  @Inject private Clock clock;

  /** Made by the container. */
  public FleetImportService() {}

  FleetImportService(
      FleetRepository fleet,
      ServiceRepository services,
      AuditLog audit,
      CallerContext caller,
      StepUp stepUp,
      Clock clock) {
    this.fleet = fleet;
    this.services = services;
    this.audit = audit;
    this.caller = caller;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  /**
   * The text of an uploaded file.
   *
   * @throws InvalidException field {@code file}, when it cannot be read
   */
  public String text(byte[] content) {
    return FleetFile.text(content);
  }

  /**
   * What the file would do. Nothing is changed.
   *
   * @throws InvalidException field {@code file}, when it is no list of ships
   */
  public FleetPreview preview(String text) {
    return plan(text).preview();
  }

  /**
   * Puts the accepted lines into the fleet, all of them or none.
   *
   * @param shown the preview that the caller agreed to
   * @param answer whether the caller answers for the new ships from today
   * @param othersLeave whether ships that are not in the file leave the fleet
   * @throws ConflictException when the fleet is not as it was when the preview was made
   */
  public void take(String text, FleetPreview shown, boolean answer, boolean othersLeave) {
    long company = company();
    fleet.lock(company);
    Plan plan = plan(text);
    if (!plan.preview().equals(shown)) {
      throw new ConflictException("The fleet changed meanwhile. Look at the lines again.");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (fleet.put(company, plan.accepted()) != plan.accepted().size()) {
      throw new ConflictException("Another company took one of the ships meanwhile. Look again.");
    }
    List<String> others = othersLeave ? shown.others() : List.of();
    fleet.takeOut(company, others, today);
    Reader reader = caller.reader();
    if (answer && !plan.added().isEmpty()) {
      long service =
          services.current(reader.accountId()).orElseThrow(FleetImportService::none).id();
      fleet.answer(service, plan.added(), today);
      services.remember(
          reader.accountId(),
          clock.instant(),
          "SHIPS",
          "Answers for " + plan.added().size() + " more by an import",
          reader);
    }
    audit.record(
        reader,
        "fleet.imported",
        "company",
        String.valueOf(company),
        shown.count(FleetPreview.Outcome.NEW)
            + " new, "
            + shown.count(FleetPreview.Outcome.CHANGED)
            + " changed, "
            + others.size()
            + " left");
  }

  /** The fleet as CSV; the caller proved who they are within the last minutes. */
  public String export() {
    stepUp.require();
    List<FleetShip> ships = fleet.all(company(), caller.reader().accountId());
    audit.record(
        caller.reader(),
        "fleet.exported",
        "company",
        String.valueOf(company()),
        ships.size() + " ships");
    return FleetFile.write(ships);
  }

  private record Plan(FleetPreview preview, List<ShipEntry> accepted, List<String> added) {}

  private Plan plan(String text) {
    long company = company();
    List<FleetFile.Line> lines = FleetFile.lines(text);
    List<String> imos =
        lines.stream()
            .flatMap(line -> ImoNumber.ship(line.imo()).stream())
            .map(ImoNumber::digits)
            .distinct()
            .toList();
    Map<String, KnownShip> known =
        fleet.known(company, imos).stream()
            .collect(Collectors.toMap(KnownShip::imo, Function.identity()));
    Map<String, Long> seen = new HashMap<>();
    List<FleetPreview.Line> outcomes = new ArrayList<>();
    List<ShipEntry> accepted = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (FleetFile.Line line : lines) {
      FleetPreview.Line outcome = outcome(line, known, seen, accepted, added);
      outcomes.add(outcome);
    }
    FleetPreview preview = new FleetPreview(outcomes, fleet.others(company, imos));
    return new Plan(preview, accepted, added);
  }

  private static FleetPreview.Line outcome(
      FleetFile.Line line,
      Map<String, KnownShip> known,
      Map<String, Long> seen,
      List<ShipEntry> accepted,
      List<String> added) {
    ShipEntry ship;
    try {
      ship = ShipEntry.typed(line.imo(), line.name(), line.type(), line.flag());
    } catch (InvalidException refused) {
      return row(line, line.imo(), FleetPreview.Outcome.REFUSED, refused.getMessage());
    }
    Long first = seen.putIfAbsent(ship.imo(), line.number());
    if (first != null) {
      return row(
          line, ship.imo(), FleetPreview.Outcome.REFUSED, "It stands in line " + first + " too.");
    }
    KnownShip before = known.get(ship.imo());
    if (before != null && before.contested()) {
      return row(
          line,
          ship.imo(),
          FleetPreview.Outcome.CONTESTED,
          "Known as " + before.name() + ". If it is yours now, claim it.");
    }
    if (before != null && ship.type() == null) {
      ship = new ShipEntry(ship.imo(), ship.name(), before.type(), ship.flag());
    }
    if (before == null || !before.mine()) {
      accepted.add(ship);
      added.add(ship.imo());
      String was =
          before == null || before.name().equals(ship.name())
              ? ""
              : "Known as " + before.name() + ".";
      return row(line, ship.imo(), FleetPreview.Outcome.NEW, was);
    }
    String changes = changes(before, ship);
    if (changes.isEmpty()) {
      return row(line, ship.imo(), FleetPreview.Outcome.UNCHANGED, "");
    }
    accepted.add(ship);
    return row(line, ship.imo(), FleetPreview.Outcome.CHANGED, changes);
  }

  private static String changes(KnownShip before, ShipEntry now) {
    List<String> changes = new ArrayList<>();
    if (!before.name().equals(now.name())) {
      changes.add("name was " + before.name());
    }
    if (before.type() != now.type()) {
      changes.add("type was " + before.type().words());
    }
    if (!Objects.equals(before.flag(), now.flag())) {
      changes.add("flag was " + (before.flag() == null ? "unknown" : before.flag()));
    }
    return String.join(", ", changes);
  }

  private static FleetPreview.Line row(
      FleetFile.Line line, String imo, FleetPreview.Outcome outcome, String reason) {
    return new FleetPreview.Line(line.number(), imo, line.name(), outcome, reason);
  }

  private long company() {
    Long company = caller.reader().companyId();
    if (company == null) {
      throw none();
    }
    return company;
  }

  private static NotFoundException none() {
    return new NotFoundException("You serve no company.");
  }
}
