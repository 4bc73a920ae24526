package org.csoalliance.membership.coverage;

import java.time.LocalDate;
import org.csoalliance.membership.Sector;

/**
 * Ships covered at the end of a day, in fleets of one size.
 *
 * @param companies how many companies they are of
 */
record Covered(LocalDate day, Sector sector, FleetBand band, int ships, int companies) {}
