package org.csoalliance.membership.join;

import java.util.List;

/**
 * Typed ships, shown back.
 *
 * @param ships each with what is known of it
 * @param again sentences about lines that name a ship again
 */
public record ShipCheck(List<Shown> ships, List<String> again) {
  /** Copies the lists. */
  public ShipCheck {
    ships = List.copyOf(ships);
    again = List.copyOf(again);
  }

  /**
   * A ship as it would be kept.
   *
   * @param knownName the name that the alliance knows for the number, null for none
   */
  public record Shown(ApplicationShip ship, String knownName) {
    /** Whether the name typed is another one than the known one. */
    public boolean differs() {
      return knownName != null && !knownName.equalsIgnoreCase(ship.name());
    }
  }
}
