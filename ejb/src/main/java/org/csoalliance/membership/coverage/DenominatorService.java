package org.csoalliance.membership.coverage;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/**
 * How many ships a sector has. Editors write it down, since it is a published number with a source
 * like any other; who runs the system does not. A new number is a new line: none is changed, and a
 * wrong one is withdrawn and stays on record.
 */
@Stateless
@RolesAllowed(EDITOR)
public class DenominatorService {
  @Inject private CoverageRepository coverage;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public DenominatorService() {}

  DenominatorService(
      CoverageRepository coverage, AuditLog audit, CallerContext caller, Clock clock) {
    this.coverage = coverage;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** All that were ever written down, those of the latest day first; one statement. */
  public List<Denominator> all() {
    return coverage.denominators();
  }

  /**
   * Writes one down as it was typed; it counts from its day on, in place of one of the same day.
   *
   * @throws InvalidException as {@link NewDenominator#typed}
   */
  public void add(String sector, String band, String ships, String asOf, String source) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    NewDenominator made = NewDenominator.typed(sector, band, ships, asOf, source, today);
    coverage.add(made, caller.reader(), clock.instant());
    audit.record(
        caller.reader(),
        "coverage.denominator_added",
        "coverage",
        made.sector() + (made.band() == null ? "" : " " + made.band().words()),
        made.ships() + " as of " + made.asOf());
  }

  /**
   * Takes a wrong one out of the count.
   *
   * @throws NotFoundException when none of that number counts
   */
  public void withdraw(long id) {
    if (!coverage.withdraw(id, caller.reader(), clock.instant())) {
      throw new NotFoundException("This number was withdrawn before, or never written down.");
    }
    audit.record(
        caller.reader(), "coverage.denominator_withdrawn", "coverage", String.valueOf(id), "");
  }
}
