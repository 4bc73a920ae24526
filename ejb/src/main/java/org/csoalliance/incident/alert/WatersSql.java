package org.csoalliance.incident.alert;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Corridor;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;

/** Watches as rows of alert_subscription, and the one condition that matches them. */
final class WatersSql {
  /** The columns that hold a watch, for a query that names them. */
  static final String COLUMNS =
      "name, shape, latitude, longitude, radius_nm, south, west, north, east, outline, route, port,"
          + " kinds, at_least, labels, words, delivery";

  /** The same as parameters, in the order of {@link #values}, for an insert or a select. */
  static final String VALUES =
      "?::varchar, ?::varchar, ?::float8, ?::float8, ?::float8, ?::float8, ?::float8, ?::float8,"
          + " ?::float8, ?::polygon, ?::float8[], ?::varchar, ?::varchar, ?::smallint, ?::varchar,"
          + " ?::varchar, ?::varchar";

  /** What an insert computes of a watch, for a select over {@link #VALUES} aliased {@code v}. */
  static final String COMPUTED =
      "box(point(v.west, v.south), point(case when v.west <= v.east then v.east else v.east + 360"
          + " end, v.north)) as bounds, case when v.words = '' then null else"
          + " websearch_to_tsquery('english', v.words) end as wanted";

  /** Two metres, so that rounding never leaves out what lies on an edge. */
  private static final double EDGE = 2e-5;

  private WatersSql() {}

  /**
   * The condition that an incident is one that a watch wants: the box by its index first, then the
   * exact shape, then what is wanted. The distance is the one of {@link Position#distanceNm}.
   *
   * @param s alias of alert_subscription; from code, never input
   * @param i alias of incident or of the columns {@code latitude, longitude, kind, severity, tlp,
   *     search}
   */
  static String matches(String s, String i) {
    return (inBox() + " and " + exact() + " and " + wanted())
        .replace("I.", i + ".")
        .replace("S.", s + ".");
  }

  /** The same for an incident without a position: who watches anywhere hears of it. */
  static String matchesAnywhere(String s, String i) {
    return ("S.shape = 'WORLD' and " + wanted()).replace("I.", i + ".").replace("S.", s + ".");
  }

  /**
   * Either of the two by whether the row has a position; for counting, where no index of watches
   * helps.
   */
  static String matchesEither(String s, String i) {
    return "(case when "
        + i
        + ".latitude is null then "
        + matchesAnywhere(s, i)
        + " else "
        + matches(s, i)
        + " end)";
  }

  private static String inBox() {
    String edge = String.format(Locale.ROOT, "%.5f", EDGE);
    String here =
        "S.bounds && box(point(I.longitude + %1$s - "
            + edge
            + ", I.latitude - "
            + edge
            + "), point(I.longitude + %1$s + "
            + edge
            + ", I.latitude + "
            + edge
            + "))";
    return "("
        + String.format(Locale.ROOT, here, "0")
        + " or "
        + String.format(Locale.ROOT, here, "360")
        + ")";
  }

  private static String exact() {
    return "case S.shape"
        + " when 'POLYGON' then S.outline @> point(I.longitude, I.latitude)"
        + " or S.outline @> point(I.longitude + 360, I.latitude)"
        + " when 'CORRIDOR' then alert_on_route(I.latitude, I.longitude, S.route, S.radius_nm)"
        + " when 'WORLD' then true"
        + " when 'BOX' then I.latitude between S.south and S.north"
        + " and case when S.west <= S.east then I.longitude between S.west and S.east"
        + " else I.longitude >= S.west or I.longitude <= S.east end"
        + " else 60 * degrees(2 * asin(least(1, sqrt("
        + "power(sin(radians(I.latitude - S.latitude) / 2), 2)"
        + " + cos(radians(S.latitude)) * cos(radians(I.latitude))"
        + " * power(sin(radians(I.longitude - S.longitude) / 2), 2))))) <= S.radius_nm + 1e-6 end";
  }

  private static String wanted() {
    return "(S.kinds = '' or I.kind = any (string_to_array(S.kinds, ' ')))"
        + " and (S.at_least is null or I.severity is null or I.severity <= S.at_least)"
        + " and (S.labels = '' or I.tlp = any (string_to_array(S.labels, ' ')))"
        + " and (S.wanted is null or I.search @@ S.wanted)";
  }

  /** The values of {@link #VALUES}; some are null. */
  static List<Object> values(WatchOrder order) {
    Waters waters = order.waters();
    Circle circle = waters.circle();
    Corridor corridor = waters.corridor();
    Wanted wanted = order.wanted();
    return Arrays.asList(
        order.name(),
        waters.shape().name(),
        circle == null ? null : circle.centre().latitude(),
        circle == null ? null : circle.centre().longitude(),
        circle != null
            ? (Double) circle.radiusNm()
            : corridor == null ? null : corridor.halfWidthNm(),
        waters.box().south(),
        waters.box().west(),
        waters.box().north(),
        waters.box().east(),
        waters.outline() == null ? null : waters.outline().sql(),
        corridor == null ? null : array(corridor.route()),
        waters.port(),
        names(wanted.kinds()),
        wanted.atLeast(),
        names(wanted.labels()),
        wanted.words(),
        order.delivery().name());
  }

  private static String array(double[] route) {
    StringJoiner text = new StringJoiner(",", "{", "}");
    Arrays.stream(route).mapToObj(Double::toString).forEach(text::add);
    return text.toString();
  }

  private static String names(Set<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  /** The watch of the row that the cursor stands on. */
  static WatchOrder read(ResultSet row) throws SQLException {
    int atLeast = row.getInt("at_least");
    Wanted wanted =
        new Wanted(
            constants(row.getString("kinds"), IncidentKind::valueOf),
            atLeast == 0 ? null : (Integer) atLeast,
            constants(row.getString("labels"), Tlp::valueOf),
            row.getString("words"));
    return new WatchOrder(
        row.getString("name"), waters(row), wanted, Delivery.valueOf(row.getString("delivery")));
  }

  private static Waters waters(ResultSet row) throws SQLException {
    return switch (Shape.valueOf(row.getString("shape"))) {
      case CIRCLE -> Waters.circle(circle(row));
      case PORT -> Waters.port(row.getString("port"), circle(row));
      case BOX ->
          Waters.box(
              new Box(
                  row.getDouble("south"),
                  row.getDouble("west"),
                  row.getDouble("north"),
                  row.getDouble("east")));
      case POLYGON -> Waters.polygon(Outline.ofSql(row.getString("outline")));
      case CORRIDOR ->
          Waters.corridor(
              Corridor.ofRoute(doubles(row.getArray("route")), row.getDouble("radius_nm")));
      case WORLD -> Waters.WORLD;
    };
  }

  private static Circle circle(ResultSet row) throws SQLException {
    return new Circle(
        new Position(row.getDouble("latitude"), row.getDouble("longitude")),
        row.getDouble("radius_nm"));
  }

  private static double[] doubles(Array array) throws SQLException {
    return Arrays.stream((Double[]) array.getArray()).mapToDouble(Double::doubleValue).toArray();
  }

  private static <T> Set<T> constants(String names, Function<String, T> meaning) {
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(" ")).map(meaning).collect(Collectors.toSet());
  }
}
