package org.csoalliance.incident.alert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Corridor;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.geo.TypedOutline;
import org.csoalliance.platform.sharing.Tlp;
import org.csoalliance.platform.text.PlainText;

/**
 * A watch as a person typed it; null counts as nothing typed. What belongs to another shape is not
 * read.
 *
 * @param shape the name of a {@link Shape}
 * @param position of the circle's middle, as the bridge writes it
 * @param radius of a circle or round a port, in nautical miles
 * @param southWest the box's corner, as the bridge writes it
 * @param northEast the opposite corner
 * @param outline corners of a polygon, one a line
 * @param waypoints of a route, one a line
 * @param width to each side of the route, in nautical miles
 * @param port a UN/LOCODE or another code of the table of ports
 * @param kinds names of {@link IncidentKind}; empty: any
 * @param atLeast 1 to 4; blank: any
 * @param labels names of {@link Tlp}; empty: any
 * @param delivery the name of a {@link Delivery}; blank: at once
 */
public record TypedWatch(
    String name,
    String shape,
    String position,
    String radius,
    String southWest,
    String northEast,
    String outline,
    String waypoints,
    String width,
    String port,
    List<String> kinds,
    String atLeast,
    List<String> labels,
    String words,
    String delivery) {
  private static final String HOW = " Such as 01-14N 104-03E, or 1.2333, 104.05.";
  private static final int MOST_TEXT = 60_000;

  /**
   * A port as the table of ports has it.
   *
   * @param code its code, as it is written
   * @param label such as "Lagos, Nigeria"
   * @param position null when no source tells it
   */
  public record NamedPort(String code, String label, Position position) {}

  /**
   * Understands what was typed.
   *
   * @param ports finds a port by its code
   * @throws InvalidException with a sentence for each field, named as the components here
   */
  public WatchOrder understood(Function<String, Optional<NamedPort>> ports) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String[] called = {PlainText.line(name, Integer.MAX_VALUE)};
    Waters waters = waters(ports, wrong, called);
    Wanted wanted = wanted(wrong);
    Delivery when = delivery(wrong);
    if (length(called[0]) > 100) {
      wrong.put("name", "The name is longer than 100 characters. Shorten it.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    String title = called[0].isEmpty() ? PlainText.line(WatersText.place(waters), 100) : called[0];
    return new WatchOrder(title, waters, wanted, when);
  }

  private Waters waters(
      Function<String, Optional<NamedPort>> ports, Map<String, String> wrong, String[] called) {
    try {
      return switch (shape == null ? "" : shape) {
        case "CIRCLE" -> circle(wrong);
        case "BOX" -> box(wrong);
        case "POLYGON" -> polygon();
        case "CORRIDOR" -> corridor(wrong);
        case "PORT" -> port(ports, wrong, called);
        case "WORLD" -> Waters.WORLD;
        default -> {
          wrong.put("shape", "Choose what form the waters have.");
          yield null;
        }
      };
    } catch (InvalidException invalid) {
      wrong.putAll(invalid.fields());
      return null;
    }
  }

  private Waters circle(Map<String, String> wrong) {
    Position middle = position("position", position, "Enter the position of the middle.", wrong);
    Double miles = miles("radius", radius, "radius", 1, 2000, wrong);
    return middle == null || miles == null ? null : Waters.circle(new Circle(middle, miles));
  }

  private Waters port(
      Function<String, Optional<NamedPort>> ports, Map<String, String> wrong, String[] called) {
    Double miles = miles("radius", radius, "radius", 1, 2000, wrong);
    String code = port == null ? "" : port.strip();
    if (code.isEmpty()) {
      wrong.put("port", "Enter the code of the port. Such as SGSIN or NGAPP.");
      return null;
    }
    NamedPort found = code.length() > 12 ? null : ports.apply(code).orElse(null);
    if (found == null) {
      wrong.put("port", "We know no port of this code. Look it up, or watch a circle.");
      return null;
    }
    if (found.position() == null) {
      wrong.put("port", "No source tells where " + found.label() + " lies. Watch a circle.");
      return null;
    }
    if (called[0].isEmpty()) {
      called[0] = PlainText.line(found.label(), 100);
    }
    return miles == null ? null : Waters.port(found.code(), new Circle(found.position(), miles));
  }

  private Waters box(Map<String, String> wrong) {
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
    return Waters.box(
        new Box(first.latitude(), first.longitude(), second.latitude(), second.longitude()));
  }

  private Waters polygon() {
    Outline read = TypedOutline.read(checked("outline", outline));
    if (read.points().size() > Waters.MOST_CORNERS) {
      throw new InvalidException(
          "outline",
          String.format(
              Locale.ROOT, "The outline has %,d points. Use at most 1,000.", read.points().size()));
    }
    return Waters.polygon(read);
  }

  private Waters corridor(Map<String, String> wrong) {
    Double miles = miles("width", width, "half width", Corridor.LEAST_NM, Corridor.MOST_NM, wrong);
    List<Position> points = new ArrayList<>();
    String[] lines = checked("waypoints", waypoints).split("\\R|;", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].isBlank()) {
        continue;
      }
      Optional<Position> read = Position.parse(lines[i].strip());
      if (read.isEmpty()) {
        wrong.put(
            "waypoints",
            "Line " + (i + 1) + ", “" + PlainText.line(lines[i], 40) + "”, is no position." + HOW);
        return null;
      }
      points.add(read.get());
    }
    Corridor corridor = Corridor.of(points, miles == null ? 1 : miles);
    return miles == null ? null : Waters.corridor(corridor);
  }

  private static String checked(String field, String text) {
    if (text == null || text.isBlank()) {
      throw new InvalidException(field, "Enter the positions, one a line." + HOW);
    }
    if (text.length() > MOST_TEXT) {
      throw new InvalidException(field, "This is too long. Use at most 1,000 points.");
    }
    return text;
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

  private static Double miles(
      String field,
      String given,
      String what,
      double least,
      double most,
      Map<String, String> wrong) {
    String typed = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    String number = typed.endsWith("nm") ? typed.substring(0, typed.length() - 2).strip() : typed;
    if (number.matches("[0-9],[0-9]{3}")) {
      number = number.replace(",", "");
    }
    if (number.matches("[0-9]{1,4}([.,][0-9]{1,3})?")) {
      double miles = Double.parseDouble(number.replace(',', '.'));
      if (miles >= least && miles <= most) {
        return miles;
      }
    }
    wrong.put(
        field,
        String.format(
            Locale.ROOT,
            "Enter the %s in nautical miles, from %,.0f to %,.0f.",
            what,
            least,
            most));
    return null;
  }

  private Wanted wanted(Map<String, String> wrong) {
    Set<IncidentKind> understood = constants(IncidentKind.class, kinds, "kinds", "kinds", wrong);
    Set<Tlp> marked = constants(Tlp.class, labels, "labels", "labels", wrong);
    Integer grave = null;
    if (atLeast != null && !atLeast.isBlank()) {
      if (atLeast.matches("[1-4]")) {
        grave = Integer.valueOf(atLeast);
      } else {
        wrong.put("atLeast", "Choose a category from the list.");
      }
    }
    String sought = PlainText.line(words, Integer.MAX_VALUE);
    if (length(sought) > 200) {
      wrong.put("words", "The words are longer than 200 characters. Shorten them.");
    }
    return new Wanted(understood, grave, marked, sought);
  }

  private static <E extends Enum<E>> Set<E> constants(
      Class<E> type, List<String> names, String field, String what, Map<String, String> wrong) {
    Set<E> understood = EnumSet.noneOf(type);
    for (String each : names == null ? List.<String>of() : names) {
      try {
        understood.add(Enum.valueOf(type, each));
      } catch (IllegalArgumentException unknown) {
        wrong.put(field, "Choose " + what + " from the list.");
      }
    }
    return understood;
  }

  private Delivery delivery(Map<String, String> wrong) {
    if (delivery == null || delivery.isBlank()) {
      return Delivery.NOW;
    }
    try {
      return Delivery.valueOf(delivery);
    } catch (IllegalArgumentException unknown) {
      wrong.put("delivery", "Choose when you want the mails.");
      return Delivery.NOW;
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
