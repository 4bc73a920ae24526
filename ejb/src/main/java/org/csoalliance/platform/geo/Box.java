package org.csoalliance.platform.geo;

/**
 * A box between two parallels and two meridians, in degrees. Where {@code west > east} it crosses
 * the antimeridian.
 */
public record Box(double south, double west, double north, double east) {
  /** Checks the ranges. */
  public Box {
    if (!(south >= -90 && south <= north && north <= 90)
        || !(west >= -180 && west <= 180 && east >= -180 && east <= 180)) {
      throw new IllegalArgumentException("No such box");
    }
  }

  /** Whether it crosses the antimeridian. */
  public boolean crossesAntimeridian() {
    return west > east;
  }

  /** Whether the position lies inside or on the edge. */
  public boolean contains(Position position) {
    boolean between =
        crossesAntimeridian()
            ? position.longitude() >= west || position.longitude() <= east
            : position.longitude() >= west && position.longitude() <= east;
    return between && position.latitude() >= south && position.latitude() <= north;
  }

  /**
   * The smallest box that holds all places within the distance. Round a pole it spans every
   * meridian; over the antimeridian its {@code west} is greater than its {@code east}.
   *
   * @param radiusNm nautical miles, 0 or more
   */
  public static Box around(Position centre, double radiusNm) {
    double reach = radiusNm / 60;
    // A hair more than the circle, so that rounding never leaves out what lies on its edge.
    double south = centre.latitude() - reach - 1e-9;
    double north = centre.latitude() + reach + 1e-9;
    if (south <= -90 || north >= 90) {
      return new Box(Math.max(south, -90), -180, Math.min(north, 90), 180);
    }
    double sine = Math.sin(Math.toRadians(reach)) / Math.cos(Math.toRadians(centre.latitude()));
    double half = Math.toDegrees(Math.asin(Math.min(1, sine))) + 1e-9;
    return new Box(south, wrap(centre.longitude() - half), north, wrap(centre.longitude() + half));
  }

  private static double wrap(double longitude) {
    if (longitude < -180) {
      return longitude + 360;
    }
    return longitude > 180 ? longitude - 360 : longitude;
  }
}
