package org.csoalliance.platform.sharing;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.csoalliance.platform.geo.Position;

/**
 * Moves a position by chance, once, when it is written. What is shown is kept and never drawn again
 * while it still holds, because two draws round one place narrow it down, and many give it away.
 */
public final class Blur {
  /** The widest blur in nautical miles. */
  public static final double MOST_NM = 100;

  private static final RandomGenerator RANDOM = new SecureRandom();
  private static final int TRIES = 1000;

  private final RandomGenerator random;

  /** Draws from a source that nobody can foresee. */
  public Blur() {
    this(RANDOM);
  }

  /** For tests. */
  public Blur(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The position to show in place of the exact one.
   *
   * <p>With nothing shown before, or nothing blurred, any point of the disc is as likely as any
   * other. Beside what was shown before:
   *
   * <ul>
   *   <li>the same radius round the old point still holds the place: the old point stays;
   *   <li>wider: the old disc lies in the new one, whose middle says nothing of the place;
   *   <li>narrower: the new disc lies in the old one, so that both together tell no more than the
   *       new one.
   * </ul>
   *
   * @param exact where it happened
   * @param radiusNm above 0, at most {@link #MOST_NM}
   * @param before what was shown until now, null for nothing
   * @param beforeNm the radius of what was shown until now, 0 for none
   * @return at most so many nautical miles away
   */
  public Position show(Position exact, double radiusNm, Position before, double beforeNm) {
    if (!(radiusNm > 0 && radiusNm <= MOST_NM)) {
      throw new IllegalArgumentException("No such radius: " + radiusNm);
    }
    if (before == null || beforeNm <= 0 || before.distanceNm(exact) > beforeNm) {
      return within(exact, radiusNm);
    }
    if (radiusNm == beforeNm) {
      return before;
    }
    if (radiusNm > beforeNm) {
      return within(before, radiusNm - beforeNm);
    }
    for (int i = 0; i < TRIES; i++) {
      Position drawn = within(exact, radiusNm);
      if (drawn.distanceNm(before) <= beforeNm - radiusNm) {
        return drawn;
      }
    }
    // on the line between, at the edge of both: there is always this one
    double distance = before.distanceNm(exact);
    double back = Math.min(radiusNm, distance);
    return rounded(along(exact, exact.bearing(before), back * 0.999));
  }

  private Position within(Position centre, double radiusNm) {
    // a little inside, so that rounding never leads out of the disc
    double distance = radiusNm * 0.998 * Math.sqrt(random.nextDouble());
    return rounded(along(centre, 360 * random.nextDouble(), distance));
  }

  /** Where a great circle leads (Movable Type's direct formula on the sphere). */
  static Position along(Position from, double bearing, double distanceNm) {
    double arc = Math.toRadians(distanceNm / 60);
    double course = Math.toRadians(bearing);
    double lat1 = Math.toRadians(from.latitude());
    double sinLat =
        Math.sin(lat1) * Math.cos(arc) + Math.cos(lat1) * Math.sin(arc) * Math.cos(course);
    double lat2 = Math.asin(Math.max(-1, Math.min(1, sinLat)));
    double dLon =
        Math.atan2(
            Math.sin(course) * Math.sin(arc) * Math.cos(lat1),
            Math.cos(arc) - Math.sin(lat1) * sinLat);
    double longitude = from.longitude() + Math.toDegrees(dLon);
    return new Position(
        Math.toDegrees(lat2),
        longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude);
  }

  /** To five decimals of a degree, about a metre. */
  private static Position rounded(Position position) {
    return new Position(
        Math.round(position.latitude() * 1e5) / 1e5, Math.round(position.longitude() * 1e5) / 1e5);
  }
}
