package org.csoalliance.membership.coverage;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.csoalliance.membership.Sector;
import org.csoalliance.membership.coverage.CoverageRepository.Moment;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Role;

/**
 * Ships whose company security officer is a member, against the ships of a sector. Editors, who
 * write the denominators down, see every number; members see those behind which {@value
 * SmallNumbers#COMPANIES} companies stand.
 */
@Stateless
@RolesAllowed({MEMBER, EDITOR})
public class CoverageService {
  private static final int MONTHS = 12;
  private static final int STEP = 5;

  @Inject private CoverageRepository coverage;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public CoverageService() {}

  CoverageService(CoverageRepository coverage, CallerContext caller, Clock clock) {
    this.coverage = coverage;
    this.caller = caller;
    this.clock = clock;
  }

  /** Every sector today, and one with its fleets and its last twelve months; two statements. */
  public Coverage of(Sector chosen) {
    List<Moment> days = days();
    LocalDate today = days.get(days.size() - 1).day();
    EnumSet<Sector> rest = EnumSet.complementOf(EnumSet.of(chosen));
    List<Covered> counted = coverage.covered(days, chosen, rest);
    List<Denominator> known = coverage.denominators();
    return new Coverage(
        chosen,
        Arrays.stream(Sector.values())
            .map(
                sector ->
                    new Coverage.SectorLine(
                        sector, figure(counted, known, sector, null, today, false)))
            .toList(),
        bands(counted, known, chosen, today),
        days.stream()
            .map(
                moment ->
                    new Coverage.DayLine(
                        moment.day(), figure(counted, known, chosen, null, moment.day(), false)))
            .toList());
  }

  /**
   * The share of a sector for pages that anybody reads; two statements.
   *
   * @return empty where the number is small, or no source is written down
   */
  @PermitAll
  public Optional<CoverageMeter> meter(Sector sector) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Covered> counted = coverage.covered(List.of(new Moment(today, now)), sector, List.of());
    Denominator of = holding(coverage.denominators(), sector, null, today);
    SmallNumbers.Count count = count(counted, sector, null, today);
    if (of == null || count.ships() == 0 || count.small()) {
      return Optional.empty();
    }
    int percent = (int) Math.min(100, count.ships() * 100L / of.ships());
    return Optional.of(new CoverageMeter(sector, percent / STEP * STEP, of.asOf(), of.source()));
  }

  private List<Coverage.BandLine> bands(
      List<Covered> counted, List<Denominator> known, Sector sector, LocalDate today) {
    List<FleetBand> bands = List.of(FleetBand.values());
    List<Boolean> shown =
        SmallNumbers.shown(
            bands.stream().map(band -> count(counted, sector, band, today)).toList());
    List<Coverage.BandLine> lines = new ArrayList<>();
    for (int i = 0; i < bands.size(); i++) {
      lines.add(
          new Coverage.BandLine(
              bands.get(i), figure(counted, known, sector, bands.get(i), today, !shown.get(i))));
    }
    return lines;
  }

  private CoverageFigure figure(
      List<Covered> counted,
      List<Denominator> known,
      Sector sector,
      FleetBand band,
      LocalDate day,
      boolean kept) {
    SmallNumbers.Count count = count(counted, sector, band, day);
    boolean few = (kept || count.small()) && !caller.reader().is(Role.EDITOR);
    return new CoverageFigure(few ? null : count.ships(), holding(known, sector, band, day));
  }

  private static SmallNumbers.Count count(
      List<Covered> counted, Sector sector, FleetBand band, LocalDate day) {
    return counted.stream()
        .filter(each -> each.sector() == sector && each.day().equals(day))
        .filter(each -> band == null || each.band() == band)
        .map(each -> new SmallNumbers.Count(each.ships(), each.companies()))
        .reduce(new SmallNumbers.Count(0, 0), SmallNumbers.Count::plus);
  }

  /** The number of ships that held on the day, null when none was known. */
  private static Denominator holding(
      List<Denominator> known, Sector sector, FleetBand band, LocalDate day) {
    return known.stream()
        .filter(each -> each.counts() && each.sector() == sector && each.band() == band)
        .filter(each -> !each.asOf().isAfter(day))
        .findFirst()
        .orElse(null);
  }

  private List<Moment> days() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Moment> days = new ArrayList<>();
    for (int back = MONTHS; back > 0; back--) {
      LocalDate last = YearMonth.from(today).minusMonths(back).atEndOfMonth();
      days.add(
          new Moment(
              last, last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1)));
    }
    days.add(new Moment(today, now));
    return days;
  }
}
