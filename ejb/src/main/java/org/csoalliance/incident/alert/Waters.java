package org.csoalliance.incident.alert;

import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Corridor;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.geo.Position;

/**
 * Where a watch looks.
 *
 * @param circle of a circle or a port, else null
 * @param box the box, or one that surely holds the shape; never null
 * @param outline of a polygon, else null
 * @param corridor of a route, else null
 * @param port the code of the port, else null
 */
public record Waters(
    Shape shape, Circle circle, Box box, Outline outline, Corridor corridor, String port) {
  /** Corners one outline may have here. */
  public static final int MOST_CORNERS = 1_000;

  /** Anywhere. */
  public static final Waters WORLD =
      new Waters(Shape.WORLD, null, new Box(-90, -180, 90, 180), null, null, null);

  /** A circle. */
  public static Waters circle(Circle circle) {
    return new Waters(Shape.CIRCLE, circle, circle.box(), null, null, null);
  }

  /** A box. */
  public static Waters box(Box box) {
    return new Waters(Shape.BOX, null, box, null, null, null);
  }

  /** A polygon. */
  public static Waters polygon(Outline outline) {
    return new Waters(Shape.POLYGON, null, outline.box(), outline, null, null);
  }

  /** A corridor along a route. */
  public static Waters corridor(Corridor corridor) {
    return new Waters(Shape.CORRIDOR, null, corridor.box(), null, corridor, null);
  }

  /** A circle round a port. */
  public static Waters port(String code, Circle circle) {
    return new Waters(Shape.PORT, circle, circle.box(), null, null, code);
  }

  /**
   * Whether a place lies in the waters, as the condition of {@link WatersSql} says.
   *
   * @param place null where it is not known: anywhere alone holds it
   */
  public boolean contains(Position place) {
    if (place == null) {
      return shape == Shape.WORLD;
    }
    return switch (shape) {
      case CIRCLE, PORT -> circle.contains(place);
      case BOX -> box.contains(place);
      case POLYGON -> outline.contains(place);
      case CORRIDOR -> corridor.distanceNm(place) <= corridor.halfWidthNm();
      case WORLD -> true;
    };
  }
}
