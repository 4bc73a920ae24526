package org.csoalliance.membership.fleet;

import java.util.List;

/**
 * A page of the fleet.
 *
 * @param total how many ships were selected
 * @param fleet how many ships the fleet has in all
 * @param page from 1
 */
public record FleetPage(List<FleetShip> items, long total, long fleet, int page) {
  /** Whether another page follows. */
  public boolean more() {
    return (long) page * FleetQuery.SIZE < total;
  }
}
