package org.csoalliance.platform.geo;

/**
 * All places within a distance.
 *
 * @param centre never null
 * @param radiusNm nautical miles, more than 0, at most half round the world (10,800)
 */
public record Circle(Position centre, double radiusNm) {
  /** Checks the radius. */
  public Circle {
    if (!(radiusNm > 0 && radiusNm <= 10_800)) {
      throw new IllegalArgumentException("No such circle");
    }
  }

  /** Whether the position lies inside or on the edge. */
  public boolean contains(Position position) {
    return centre.distanceNm(position) <= radiusNm;
  }

  /** The smallest box that holds the circle: a query narrows by it before distances are taken. */
  public Box box() {
    return Box.around(centre, radiusNm);
  }
}
