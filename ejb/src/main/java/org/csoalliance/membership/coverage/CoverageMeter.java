package org.csoalliance.membership.coverage;

import java.time.LocalDate;
import org.csoalliance.membership.Sector;

/**
 * What anybody may know of the coverage of a sector.
 *
 * @param percent of the sector's ships whose officer is a member, rounded down to a full five
 * @param asOf the day that the source of the whole speaks of
 * @param source where the number of all ships is from
 */
public record CoverageMeter(Sector sector, int percent, LocalDate asOf, String source) {}
