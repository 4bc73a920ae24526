package org.csoalliance.platform.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.csoalliance.platform.error.InvalidException;

/**
 * The waters on both sides of a route. Between two way points a leg runs straight on a chart of
 * equal degrees, the shorter way round the world, so that a route may cross the antimeridian.
 */
public final class Corridor {
  /** So many way points one route may have. */
  public static final int MOST_POINTS = 1_000;

  /** The narrowest and the widest corridor, in nautical miles to each side. */
  public static final double LEAST_NM = 1;

  /** The widest corridor, in nautical miles to each side. */
  public static final double MOST_NM = 200;

  /** Nearer to a pole a leg that is straight in degrees is no course that a ship would sail. */
  private static final double MOST_LATITUDE = 85;

  private final List<Position> points;
  private final double halfWidthNm;
  private final double[] route;

  private Corridor(List<Position> points, double halfWidthNm, double[] route) {
    this.points = points;
    this.halfWidthNm = halfWidthNm;
    this.route = route;
  }

  /**
   * Checks the way points and makes a corridor of them.
   *
   * @param given in the order of the voyage, 2 to 1,000; the same place twice in a row counts once
   * @param halfWidthNm nautical miles to each side, 1 to 200
   * @throws InvalidException field {@code waypoints} or {@code width}, with a sentence
   */
  public static Corridor of(List<Position> given, double halfWidthNm) {
    if (!(halfWidthNm >= LEAST_NM && halfWidthNm <= MOST_NM)) {
      throw new InvalidException("width", "Enter the half width in nautical miles, from 1 to 200.");
    }
    if (given.size() > MOST_POINTS) {
      throw wrong(
          String.format(
              Locale.ROOT,
              "The route has %,d way points. Use at most %,d.",
              given.size(),
              MOST_POINTS));
    }
    List<Position> points = new ArrayList<>();
    List<double[]> unrolled = new ArrayList<>();
    for (Position point : given) {
      if (Math.abs(point.latitude()) > MOST_LATITUDE) {
        throw wrong(
            "The way point "
                + point.format()
                + " lies nearer than 5 degrees to a pole. Watch a circle there.");
      }
      double x = point.longitude();
      if (!unrolled.isEmpty()) {
        double[] before = unrolled.get(unrolled.size() - 1);
        x += 360 * Math.rint((before[1] - x) / 360);
        if (x == before[1] && point.latitude() == before[0]) {
          continue;
        }
      }
      points.add(point);
      unrolled.add(new double[] {point.latitude(), x});
    }
    if (points.size() < 2) {
      throw wrong("A route needs at least two different way points.");
    }
    double west = unrolled.stream().mapToDouble(p -> p[1]).min().orElseThrow();
    double east = unrolled.stream().mapToDouble(p -> p[1]).max().orElseThrow();
    if (east - west >= 330) {
      throw wrong("The route reaches round the whole world. Watch it in two parts.");
    }
    double shift = -360 * Math.floor((west + 180) / 360);
    double[] route = new double[2 * unrolled.size()];
    for (int i = 0; i < unrolled.size(); i++) {
      route[2 * i] = unrolled.get(i)[0];
      route[2 * i + 1] = unrolled.get(i)[1] + shift;
    }
    return new Corridor(List.copyOf(points), halfWidthNm, route);
  }

  /** Makes the corridor again whose {@link #route} and width were kept. */
  public static Corridor ofRoute(double[] route, double halfWidthNm) {
    List<Position> points = new ArrayList<>();
    for (int i = 0; i + 1 < route.length; i += 2) {
      double x = route[i + 1];
      points.add(new Position(route[i], x > 180 ? x - 360 : x));
    }
    return of(points, halfWidthNm);
  }

  private static InvalidException wrong(String sentence) {
    return new InvalidException("waypoints", sentence);
  }

  /** The way points in the order of the voyage. */
  public List<Position> points() {
    return points;
  }

  /** Nautical miles to each side. */
  public double halfWidthNm() {
    return halfWidthNm;
  }

  /** Latitude and longitude in turn; the first longitudes lie from -180 to 180 and then run on. */
  public double[] route() {
    return route.clone();
  }

  /** The smallest box that surely holds the corridor. */
  public Box box() {
    Box all = null;
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    double south = 90;
    double north = -90;
    for (int i = 0; i < points.size(); i++) {
      Box round = Box.around(points.get(i), halfWidthNm);
      double x = route[2 * i + 1];
      double reach = round.crossesAntimeridian() ? round.east() + 360 : round.east();
      double half = (reach - round.west()) / 2;
      west = Math.min(west, x - half);
      east = Math.max(east, x + half);
      south = Math.min(south, round.south());
      north = Math.max(north, round.north());
    }
    if (east - west >= 360) {
      all = new Box(south, -180, north, 180);
    } else {
      all = new Box(south, wrap(west), north, wrap(east));
    }
    return all;
  }

  private static double wrap(double longitude) {
    double turned = (longitude + 180) % 360;
    return (turned < 0 ? turned + 360 : turned) - 180;
  }

  /** How far a place lies from the route, in nautical miles. */
  public double distanceNm(Position place) {
    double nearest = Double.MAX_VALUE;
    double scale = Math.max(Math.cos(Math.toRadians(place.latitude())), 0.01);
    for (int i = 0; i + 3 < route.length; i += 2) {
      double aLat = route[i];
      double aLon = route[i + 1];
      double bLat = route[i + 2];
      double bLon = route[i + 3];
      double x = place.longitude() + 360 * Math.rint((aLon + bLon - 2 * place.longitude()) / 720);
      double dx = (bLon - aLon) * scale;
      double dy = bLat - aLat;
      double part =
          ((x - aLon) * scale * dx + (place.latitude() - aLat) * dy) / (dx * dx + dy * dy);
      part = Math.max(0, Math.min(1, part));
      Position on = new Position(aLat + part * (bLat - aLat), wrap(aLon + part * (bLon - aLon)));
      nearest = Math.min(nearest, on.distanceNm(place));
    }
    return nearest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Corridor corridor
        && corridor.points.equals(points)
        && corridor.halfWidthNm == halfWidthNm;
  }

  @Override
  public int hashCode() {
    return Objects.hash(points, halfWidthNm);
  }
}
