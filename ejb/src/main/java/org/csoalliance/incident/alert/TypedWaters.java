package org.csoalliance.incident.alert;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.text.PlainText;

/**
 * Waters as a person typed them; null counts as nothing typed.
 *
 * @param shape {@code CIRCLE} or {@code BOX}
 * @param position of the circle's middle, as the bridge writes it
 * @param radius in nautical miles
 * @param southWest the box's corner, as the bridge writes it
 * @param northEast the opposite corner
 * @param kinds names of {@link IncidentKind}; empty: any
 */
public record TypedWaters(
    String name,
    String shape,
    String position,
    String radius,
    String southWest,
    String northEast,
    List<String> kinds)
    implements Serializable {
  private static final int LEAST_RADIUS = 1;
  private static final int MOST_RADIUS = 2000;
  private static final String HOW = " Such as 01-14N 104-03E, or 1.2333, 104.05.";

  /** As somebody would type these waters, exact to a centimetre. */
  public static TypedWaters of(Waters waters) {
    Circle circle = waters.circle();
    Box box = waters.box();
    return new TypedWaters(
        waters.name(),
        circle == null ? "BOX" : "CIRCLE",
        circle == null ? "" : typed(circle.centre().latitude(), circle.centre().longitude()),
        circle == null ? "" : String.format(Locale.ROOT, "%.3f", circle.radiusNm()),
        circle == null ? typed(box.south(), box.west()) : "",
        circle == null ? typed(box.north(), box.east()) : "",
        waters.kinds().stream().map(IncidentKind::name).toList());
  }

  private static String typed(double latitude, double longitude) {
    return String.format(Locale.ROOT, "%.7f, %.7f", latitude, longitude);
  }

  /**
   * Understands what was typed.
   *
   * @throws InvalidException with a sentence for each field, named as the components here
   */
  public Waters understood() {
    Map<String, String> wrong = new LinkedHashMap<>();
    Circle circle = null;
    Box box = null;
    if ("BOX".equals(shape)) {
      box = box(wrong);
    } else if ("CIRCLE".equals(shape)) {
      circle = circle(wrong);
    } else {
      wrong.put("shape", "Choose a circle or a box.");
    }
    Set<IncidentKind> understood = kinds(wrong);
    String called = PlainText.line(name, Integer.MAX_VALUE);
    if (called.codePointCount(0, called.length()) > 100) {
      wrong.put("name", "The name is longer than 100 characters. Shorten it.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    if (circle != null) {
      return Waters.circle(called.isEmpty() ? calledAfter(circle) : called, circle, understood);
    }
    return Waters.box(called.isEmpty() ? calledAfter(box) : called, box, understood);
  }

  private Circle circle(Map<String, String> wrong) {
    Position middle = position("position", position, "Enter the position of the middle.", wrong);
    Double miles = radius(wrong);
    return middle == null || miles == null ? null : new Circle(middle, miles);
  }

  private Box box(Map<String, String> wrong) {
    Position first =
        position("southWest", southWest, "Enter the south-west corner of the box.", wrong);
    Position second =
        position("northEast", northEast, "Enter the north-east corner of the box.", wrong);
    if (first == null || second == null) {
      return null;
    }
    if (first.latitude() >= second.latitude()) {
      wrong.put(
          "northEast", "The north-east corner lies south of the south-west corner, or level.");
      return null;
    }
    if (first.longitude() == second.longitude()) {
      wrong.put("northEast", "Both corners lie on the same meridian. A box needs some width.");
      return null;
    }
    return new Box(first.latitude(), first.longitude(), second.latitude(), second.longitude());
  }

  private static Position position(
      String field, String typed, String missing, Map<String, String> wrong) {
    if (typed == null || typed.isBlank()) {
      wrong.put(field, missing + HOW);
      return null;
    }
    Optional<Position> read = typed.length() > 200 ? Optional.empty() : Position.parse(typed);
    if (read.isEmpty()) {
      wrong.put(field, "This is no position we can read." + HOW);
    }
    return read.orElse(null);
  }

  private Double radius(Map<String, String> wrong) {
    String sentence = "Enter the radius in nautical miles, from 1 to 2,000.";
    String typed = radius == null ? "" : radius.strip().toLowerCase(Locale.ROOT);
    String number = typed.endsWith("nm") ? typed.substring(0, typed.length() - 2).strip() : typed;
    if (number.matches("[0-9],[0-9]{3}")) {
      number = number.replace(",", "");
    }
    if (number.matches("[0-9]{1,4}([.,][0-9]{1,3})?")) {
      double miles = Double.parseDouble(number.replace(',', '.'));
      if (miles >= LEAST_RADIUS && miles <= MOST_RADIUS) {
        return miles;
      }
    }
    wrong.put("radius", sentence);
    return null;
  }

  private Set<IncidentKind> kinds(Map<String, String> wrong) {
    Set<IncidentKind> understood = EnumSet.noneOf(IncidentKind.class);
    for (String kind : kinds == null ? List.<String>of() : kinds) {
      try {
        understood.add(IncidentKind.valueOf(kind));
      } catch (IllegalArgumentException unknown) {
        wrong.put("kinds", "Choose kinds from the list.");
      }
    }
    return understood;
  }

  private static String calledAfter(Circle circle) {
    return WatersText.miles(circle.radiusNm()) + " NM round " + circle.centre().format();
  }

  private static String calledAfter(Box box) {
    return new Position(box.south(), box.west()).format()
        + " to "
        + new Position(box.north(), box.east()).format();
  }
}
