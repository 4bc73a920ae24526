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
}
