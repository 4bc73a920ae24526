package org.csoalliance.geography;

import java.util.Locale;

/**
 * The port next to a position, as a suggestion.
 *
 * @param distanceNm nautical miles from the port to the position
 * @param bearing degrees true from the port to the position, 0 to below 360
 */
public record NearestPort(Port port, double distanceNm, double bearing) {
  private static final String[] WINDS = {
    "north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"
  };

  /** Nearer than this counts as at the port. */
  private static final double AT_PORT_NM = 1.5;

  /** Where the position lies, in words: "12 NM south-west of Lagos, Nigeria". */
  public String words() {
    if (distanceNm < AT_PORT_NM) {
      return "At " + port.label();
    }
    String wind = WINDS[(int) Math.floorMod(Math.round(bearing / 45), 8)];
    return String.format(
        Locale.ROOT, "%,d NM %s of %s", Math.round(distanceNm), wind, port.label());
  }
}
