package org.csoalliance.incident.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Position;

/** Waters as rows of alert_subscription. */
final class WatersSql {
  private WatersSql() {}

  /**
   * The condition that a place and a kind lie in the waters of a row: the box first, then the
   * distance on the great circle as {@link Position#distanceNm} takes it. Two millimetres are
   * granted, so that rounding does not decide about what lies on the edge.
   *
   * @param s alias of alert_subscription; the others are expressions; all from code, never input
   */
  static String matches(String s, String latitude, String longitude, String kind) {
    String sql =
        "S.south <= LAT and S.north >= LAT"
            + " and case when S.west <= S.east then LON between S.west and S.east"
            + " else LON >= S.west or LON <= S.east end"
            + " and (S.kinds = '' or KIND = any (string_to_array(S.kinds, ' ')))"
            + " and (S.shape = 'BOX' or 60 * degrees(2 * asin(least(1, sqrt("
            + "power(sin(radians(LAT - S.latitude) / 2), 2)"
            + " + cos(radians(S.latitude)) * cos(radians(LAT))"
            + " * power(sin(radians(LON - S.longitude) / 2), 2))))) <= S.radius_nm + 1e-6)";
    return sql.replace("S.", s + ".")
        .replace("LAT", latitude)
        .replace("LON", longitude)
        .replace("KIND", kind);
  }

  /** The waters of the row that the cursor stands on. */
  static Waters read(ResultSet row) throws SQLException {
    String name = row.getString("name");
    Set<IncidentKind> kinds = kinds(row.getString("kinds"));
    if (row.getString("shape").equals("CIRCLE")) {
      Position centre = new Position(row.getDouble("latitude"), row.getDouble("longitude"));
      return Waters.circle(name, new Circle(centre, row.getDouble("radius_nm")), kinds);
    }
    return Waters.box(
        name,
        new Box(
            row.getDouble("south"),
            row.getDouble("west"),
            row.getDouble("north"),
            row.getDouble("east")),
        kinds);
  }

  static String kinds(Set<IncidentKind> kinds) {
    return kinds.stream().map(IncidentKind::name).collect(Collectors.joining(" "));
  }

  private static Set<IncidentKind> kinds(String names) {
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(" ")).map(IncidentKind::valueOf).collect(Collectors.toSet());
  }
}
