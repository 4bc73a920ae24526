package org.csoalliance.membership.coverage;

import java.time.LocalDate;
import java.util.List;
import org.csoalliance.membership.Sector;

/**
 * What the page of coverage shows.
 *
 * @param chosen the sector that bands and history are of
 * @param sectors each sector today
 * @param bands the chosen sector today by the size of fleets
 * @param history the chosen sector at the end of each of the last twelve months, and today
 */
public record Coverage(
    Sector chosen, List<SectorLine> sectors, List<BandLine> bands, List<DayLine> history) {
  /** A sector today. */
  public record SectorLine(Sector sector, CoverageFigure figure) {}

  /** Fleets of one size today. */
  public record BandLine(FleetBand band, CoverageFigure figure) {}

  /** The chosen sector at the end of a day. */
  public record DayLine(LocalDate day, CoverageFigure figure) {}

  /** The chosen sector today. */
  public CoverageFigure today() {
    return history.get(history.size() - 1).figure();
  }
}
