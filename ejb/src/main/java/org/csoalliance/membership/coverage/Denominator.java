package org.csoalliance.membership.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.csoalliance.membership.Sector;

/**
 * How many ships there are in a sector, as a source has it.
 *
 * @param band ships in fleets of this size alone; null: in the whole sector
 * @param ships at least 1
 * @param asOf the day that the source speaks of; it holds until a later one
 * @param source where the number is from, in words
 * @param by who wrote it down
 * @param withdrawnAt when it was found wrong, null while it counts
 * @param withdrawnBy by whom, null while it counts
 */
public record Denominator(
    long id,
    Sector sector,
    FleetBand band,
    int ships,
    LocalDate asOf,
    String source,
    String by,
    Instant at,
    Instant withdrawnAt,
    String withdrawnBy) {

  /** Whether it counts. */
  public boolean counts() {
    return withdrawnAt == null;
  }
}
