package org.csoalliance.platform.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.csoalliance.platform.error.InvalidException;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The outline of a sea area: a closed line that does not cross itself. Between two points it runs
 * straight on a chart of equal degrees, the shorter way round the world, so that an area may cross
 * the antimeridian; none holds a pole. What lies on the line lies inside.
 */
public final class Outline {
  /** So many points one outline may have. */
  public static final int MOST_POINTS = 10_000;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<Position> points;
  private final Polygon polygon;
  private final IndexedPointInAreaLocator locator;

  private Outline(List<Position> points, Polygon polygon) {
    this.points = points;
    this.polygon = polygon;
    this.locator = new IndexedPointInAreaLocator(polygon);
  }

  /**
   * Checks the points and makes an outline of them.
   *
   * @param given in their order, 3 to 10,000; the first one may be repeated at the end
   * @throws InvalidException field {@code outline}, with a sentence that says what to mend and
   *     where
   */
  public static Outline of(List<Position> given) {
    if (given.size() > MOST_POINTS + 1) {
      throw wrong(
          String.format(
              Locale.ROOT,
              "The outline has %,d points. Use at most %,d.",
              given.size(),
              MOST_POINTS));
    }
    List<Coordinate> ring = new ArrayList<>();
    List<Position> points = new ArrayList<>();
    for (Position point : given) {
      double x = point.longitude();
      if (!ring.isEmpty()) {
        double before = ring.get(ring.size() - 1).x;
        x += 360 * Math.rint((before - x) / 360);
        if (x == before && point.latitude() == ring.get(ring.size() - 1).y) {
          continue;
        }
      }
      ring.add(new Coordinate(x, point.latitude()));
      points.add(point);
    }
    if (points.size() > 1 && same(points.get(0), points.get(points.size() - 1))) {
      points.remove(points.size() - 1);
      ring.remove(ring.size() - 1);
    }
    if (points.size() < 3) {
      throw wrong("An area needs at least three different points.");
    }
    if (points.size() > MOST_POINTS) {
      throw wrong(String.format(Locale.ROOT, "Use at most %,d points.", MOST_POINTS));
    }
    return new Outline(List.copyOf(points), polygon(ring));
  }

  private static Polygon polygon(List<Coordinate> open) {
    Coordinate first = open.get(0);
    Coordinate last = open.get(open.size() - 1);
    if (Math.abs(first.x - last.x) > 180) {
      throw wrong("The outline runs round a pole. Draw the area so that it holds no pole.");
    }
    double west = open.stream().mapToDouble(c -> c.x).min().orElseThrow();
    double east = open.stream().mapToDouble(c -> c.x).max().orElseThrow();
    if (east - west >= 360) {
      throw wrong("The outline reaches round the whole world. Make the area narrower.");
    }
    // begin in the east when it would otherwise end west of -180
    double shift = -360 * Math.floor((west + 180) / 360);
    Coordinate[] ring = new Coordinate[open.size() + 1];
    for (int i = 0; i < open.size(); i++) {
      ring[i] = new Coordinate(open.get(i).x + shift, open.get(i).y);
    }
    ring[open.size()] = ring[0];
    Polygon polygon = GEOMETRY.createPolygon(ring);
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error != null) {
      throw wrong(
          "The outline crosses or touches itself near "
              + place(error.getCoordinate())
              + ". Move or leave out a point there.");
    }
    return polygon;
  }

  private static String place(Coordinate where) {
    return position(where.x, where.y).format();
  }

  private static Position position(double longitude, double latitude) {
    return new Position(latitude, longitude > 180 ? longitude - 360 : longitude);
  }

  private static boolean same(Position a, Position b) {
    return a.latitude() == b.latitude() && (a.longitude() - b.longitude()) % 360 == 0;
  }

  private static InvalidException wrong(String sentence) {
    return new InvalidException("outline", sentence);
  }

  /** The corners, each once, in the order of the drawing. */
  public List<Position> points() {
    return points;
  }

  /** Whether the position lies inside or on the line. */
  public boolean contains(Position position) {
    return holds(position.longitude(), position.latitude())
        || holds(position.longitude() + 360, position.latitude());
  }

  private boolean holds(double x, double y) {
    return locator.locate(new Coordinate(x, y)) != Location.EXTERIOR;
  }

  /** The smallest box round it; {@code west > east} where it crosses the antimeridian. */
  public Box box() {
    Envelope round = polygon.getEnvelopeInternal();
    double east = round.getMaxX() > 180 ? round.getMaxX() - 360 : round.getMaxX();
    return new Box(round.getMinY(), round.getMinX(), round.getMaxY(), east);
  }

  /** A place inside, in the middle as far as the form allows. */
  public Position middle() {
    Coordinate inside = polygon.getInteriorPoint().getCoordinate();
    return position(inside.x, inside.y);
  }

  /**
   * The polygon as PostgreSQL writes its type: longitudes begin between -180 and 180 and run on
   * beyond 180, so that a place is inside when it, or it with 360 degrees more, is.
   */
  public String sql() {
    StringBuilder text = new StringBuilder("(");
    Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
    for (int i = 0; i < ring.length - 1; i++) {
      text.append(i == 0 ? "(" : ",(").append(ring[i].x).append(',').append(ring[i].y).append(')');
    }
    return text.append(')').toString();
  }

  /** Reads what {@link #sql} wrote. */
  public static Outline ofSql(String text) {
    List<Position> points = new ArrayList<>();
    for (String pair : text.substring(2, text.length() - 2).split("\\),\\(", -1)) {
      int comma = pair.indexOf(',');
      points.add(
          position(
              Double.parseDouble(pair.substring(0, comma)),
              Double.parseDouble(pair.substring(comma + 1))));
    }
    return of(points);
  }

  /** One corner a line as people write positions, such as {@code 01-14.0N 104-03.0E}. */
  public String typed() {
    StringBuilder lines = new StringBuilder();
    for (Position point : points) {
      lines.append(decimal(point.latitude())).append(", ").append(decimal(point.longitude()));
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String decimal(double degrees) {
    String text = String.format(Locale.ROOT, "%.6f", degrees).replaceFirst("\\.?0+$", "");
    return text.equals("-0") ? "0" : text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outline outline && outline.points.equals(points);
  }

  @Override
  public int hashCode() {
    return Objects.hash(points);
  }

  @Override
  public String toString() {
    return sql();
  }
}
