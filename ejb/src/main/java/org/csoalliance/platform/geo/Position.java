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
   * Reads what a bridge writes: {@code 01-14N 104-03E}, {@code 01:49.9N 003:12.1E}, {@code 1 14.5
   * N, 104 3.2 E}, {@code N 01°14.5′ E 104°03.2′}, degrees, minutes and seconds with or without
   * signs, or decimal degrees {@code 1.2333, 104.05}. With letters either half may come first;
   * without, latitude does.
   *
   * @param text null is no position
   * @return empty when it cannot be read or lies outside of the ranges
   */
  public static Optional<Position> parse(String text) {
    return PositionText.parse(text);
  }

  /** Degrees and decimal minutes as seamen write them: {@code 01°49.9′N 003°12.1′E}. */
  public String format() {
    return PositionText.format(this);
  }

  /** The great-circle distance in nautical miles on a sphere where a minute of arc is one. */
  public double distanceNm(Position other) {
    double lat1 = Math.toRadians(latitude);
    double lat2 = Math.toRadians(other.latitude);
    double a = Math.sin((lat2 - lat1) / 2);
    double b = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = a * a + Math.cos(lat1) * Math.cos(lat2) * b * b;
    return Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(h)))) * 60;
  }

  /** The course at the start of the great circle to the other: degrees true, 0 to below 360. */
  public double bearing(Position other) {
    double lat1 = Math.toRadians(latitude);
    double lat2 = Math.toRadians(other.latitude);
    double dLon = Math.toRadians(other.longitude - longitude);
    double y = Math.sin(dLon) * Math.cos(lat2);
    double x = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
    double degrees = Math.toDegrees(Math.atan2(y, x));
    return degrees < 0 ? (degrees + 360) % 360 : degrees;
  }
}
