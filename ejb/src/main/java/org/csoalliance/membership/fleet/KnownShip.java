package org.csoalliance.membership.fleet;

import org.csoalliance.membership.ShipType;

/**
 * A ship that the alliance knows, as it looks to somebody of a company.
 *
 * @param flag ISO 3166 alpha-2, null when unknown
 * @param held whether it is in a fleet
 * @param mine whether that is the fleet of the own company
 */
public record KnownShip(
    String imo, String name, ShipType type, String flag, boolean held, boolean mine) {
  /** Whether another company has it. */
  public boolean contested() {
    return held && !mine;
  }
}
