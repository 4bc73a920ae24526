package org.csoalliance.platform.geo;

import java.util.Optional;

/**
 * A place on the sea.
 *
 * @param latitude degrees, -90 (south) to 90 (north)
 * @param longitude degrees, -180 (west) to 180 (east)
 */
public record Position(double latitude, double longitude) {
  /** Checks the ranges. */
  public Position {
    if (!(latitude >= -90 && latitude <= 90) || !(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("No such position: " + latitude + ", " + longitude);
    }
  }

  /**
   * Reads what a bridge writes: {@code 01-14N 104-03E}, {@code 01:49.9N 003:12.1E}, degrees,
   * minutes and seconds with or without signs, or decimal degrees {@code 1.2333, 104.05}.
   *
   * @return empty when it cannot be read or lies outside of the ranges
   */
  public static Optional<Position> parse(String text) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Degrees and decimal minutes as seamen write them: {@code 01°49.9′N 003°12.1′E}. */
  public String format() {
    throw new UnsupportedOperationException("not built yet");
  }

  /** The great-circle distance in nautical miles on a sphere where a minute of arc is one. */
  public double distanceNm(Position other) {
    throw new UnsupportedOperationException("not built yet");
  }
}
