package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.geo.Circle;
import org.csoalliance.platform.geo.Corridor;
import org.csoalliance.platform.geo.Outline;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** That the one condition in SQL says of every shape what the shape in code says. */
class AlertShapesIT {
  @RegisterExtension static final Database database = new Database();

  private final Alerts alerts = new Alerts(database);

  @BeforeEach
  void people() {
    alerts.people();
  }

  private static Position at(double latitude, double longitude) {
    return new Position(latitude, longitude);
  }

  private static Waters area(double... latLon) {
    List<Position> corners = new ArrayList<>();
    for (int i = 0; i < latLon.length; i += 2) {
      corners.add(at(latLon[i], latLon[i + 1]));
    }
    return Waters.polygon(Outline.of(corners));
  }

  private static Waters route(double miles, double... latLon) {
    List<Position> points = new ArrayList<>();
    for (int i = 0; i < latLon.length; i += 2) {
      points.add(at(latLon[i], latLon[i + 1]));
    }
    return Waters.corridor(Corridor.of(points, miles));
  }

  /** The watches that the statement of alerts finds for an incident there, by their names. */
  private Set<String> found(Position place) {
    alerts.incident(place, "ROBBERY", "GREEN");
    return database.inTransaction(
        em -> {
          AlertRepository repository = new AlertRepository(em);
          List<Long> ids =
              repository.watching(repository.incidents(List.of(1L)).get(1L)).stream()
                  .flatMap(candidate -> candidate.watches().stream())
                  .toList();
          return repository.watches(ids).values().stream()
              .map(WatchOrder::name)
              .collect(Collectors.toSet());
        });
  }

  @Test
  void sqlAndCodeAgreeOnTwoThousandPlaces() {
    List<Waters> all =
        List.of(
            Waters.circle(new Circle(at(1.2, 103.9), 300)),
            Waters.circle(new Circle(at(-17, 179.9), 400)),
            Waters.circle(new Circle(at(88, 0), 500)),
            Waters.box(new Box(-5, -8, 7, 12)),
            Waters.box(new Box(-20, 170, 20, -170)),
            area(10, 40, 18, 40, 18, 54, 12, 54, 12, 47),
            area(-30, 170, 10, 175, 5, -165, -25, -170),
            area(60, -20, 80, 0, 60, 20, 70, 0),
            route(100, 1, 104, 6, 95, 6, 80, 12, 45, 27, 34, 31, 32),
            route(150, 35, 140, 50, -170, 37, -123),
            route(50, -34, 18, -34, 18.5),
            route(200, 80, -170, 78, 170),
            Waters.port("SGSIN", new Circle(at(1.26, 103.83), 50)));
    for (int i = 0; i < all.size(); i++) {
      alerts.watch(3, new WatchOrder("W" + i, all.get(i)));
    }
    Random random = new Random(4);
    List<Position> places = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      places.add(at(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180));
    }
    for (Waters waters : all) {
      Box box = waters.box();
      double width =
          box.crossesAntimeridian() ? 360 + box.east() - box.west() : box.east() - box.west();
      for (int i = 0; i < 40; i++) {
        double longitude = box.west() + random.nextDouble() * width;
        places.add(
            at(
                box.south() + random.nextDouble() * (box.north() - box.south()),
                longitude > 180 ? longitude - 360 : longitude));
      }
    }
    int hits = 0;
    for (Position place : places) {
      // rounding as the database keeps it
      Position kept =
          at(
              Double.parseDouble(String.format(Locale.ROOT, "%.7f", place.latitude())),
              Double.parseDouble(String.format(Locale.ROOT, "%.7f", place.longitude())));
      Set<String> expected =
          java.util.stream.IntStream.range(0, all.size())
              .filter(n -> all.get(n).contains(kept))
              .mapToObj(n -> "W" + n)
              .collect(Collectors.toSet());
      hits += expected.size();
      assertEquals(expected, foundFast(kept), () -> "at " + kept);
    }
    assertTrue(hits > 300, "the places are of use: " + hits);
  }

  private Set<String> foundFast(Position place) {
    Object names =
        database.value(
            "select string_agg(s.name, ' ') from (select "
                + place.latitude()
                + "::float8 as latitude, "
                + place.longitude()
                + "::float8 as longitude, 'ROBBERY'::text as kind, 3 as severity, 'GREEN' as tlp,"
                + " to_tsvector('x') as search) i join alert_subscription s on "
                + WatersSql.matches("s", "i"));
    return names == null ? Set.of() : Set.of(names.toString().split(" "));
  }

  @Test
  void edgeOfACircleBelongsToIt() {
    Position middle = at(10, 20);
    alerts.watch(3, new WatchOrder("Edge", Waters.circle(new Circle(middle, 60))));
    for (double bearing = 0; bearing < 360; bearing += 30) {
      assertEquals(Set.of("Edge"), found(away(middle, 60, bearing)), "bearing " + bearing);
    }
    assertEquals(Set.of(), found(away(middle, 60.01, 45)));
  }

  private static Position away(Position from, double miles, double bearing) {
    double d = Math.toRadians(miles / 60);
    double b = Math.toRadians(bearing);
    double lat = Math.toRadians(from.latitude());
    double sine = Math.sin(lat) * Math.cos(d) + Math.cos(lat) * Math.sin(d) * Math.cos(b);
    double lon =
        Math.atan2(Math.sin(b) * Math.sin(d) * Math.cos(lat), Math.cos(d) - Math.sin(lat) * sine);
    return new Position(Math.toDegrees(Math.asin(sine)), from.longitude() + Math.toDegrees(lon));
  }

  @Test
  void edgesOfBoxAndAreaBelongToThem() {
    alerts.watch(3, new WatchOrder("Box", Waters.box(new Box(-20, 175, -15, -175))));
    alerts.watch(3, new WatchOrder("Area", area(-20, 175, -15, 175, -15, -175, -20, -175)));
    for (Position edge :
        List.of(at(-20, 175), at(-15, -175), at(-17, 175), at(-17, 180), at(-17, -180))) {
      assertEquals(Set.of("Box", "Area"), found(edge), edge::toString);
    }
    assertEquals(Set.of(), found(at(-17, 174.99)));
    assertEquals(Set.of(), found(at(-17, -174.99)));
  }

  @Test
  void withoutAPositionOnlyWhoWatchesAnywhereHears() {
    alerts.watch(3, new WatchOrder("All boxes", Waters.box(new Box(-90, -180, 90, 180))));
    alerts.watch(4, new WatchOrder("Anywhere", Waters.WORLD));
    assertEquals(Set.of("Anywhere"), found(null));
    assertEquals(Set.of("Anywhere", "All boxes"), found(at(89, -180)));
  }

  @Test
  void aRowComesBackAsItWasOrdered() {
    List<WatchOrder> orders =
        List.of(
            KnownWaters.ADEN.order(),
            new WatchOrder("Area", area(10, 40, 18, 40, 18, 54)),
            new WatchOrder("Route", route(25.5, 1, 104, -10, 170, 20, -150)),
            new WatchOrder("Port", Waters.port("SGSIN", new Circle(at(1.26, 103.83), 50))),
            new WatchOrder(
                "Anywhere",
                Waters.WORLD,
                new Wanted(
                    Set.of(IncidentKind.HIJACK, IncidentKind.ROBBERY),
                    2,
                    Set.of(org.csoalliance.platform.sharing.Tlp.CLEAR),
                    "knives \"speed boat\" -drill"),
                Delivery.WEEKLY));
    orders.forEach(order -> alerts.watch(3, order));
    List<WatchOrder> kept =
        database.inTransaction(
            em -> {
              List<Long> ids =
                  new ArrayList<>(
                      List.of(
                          (Long[])
                              array(
                                  database.value(
                                      "select array_agg(id order by id) from alert_subscription"))));
              return ids.stream().map(new AlertRepository(em).watches(ids)::get).toList();
            });
    assertEquals(orders, kept);
  }

  private static Object array(Object sql) {
    try {
      return ((java.sql.Array) sql).getArray();
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void theBoxesAreFoundByTheirIndex() {
    database.sql(
        "insert into alert_subscription (account_id, name, shape, latitude, longitude, radius_nm,"
            + " south, west, north, east, kinds, created_at) select 3, 'W' || n, 'CIRCLE',"
            + " n % 80, n % 170, 60, n % 80 - 1.01, n % 170 - 2, n % 80 + 1.01, n % 170 + 2, '',"
            + " now() from generate_series(1, 20000) n",
        "analyze alert_subscription");
    List<String> lines = explain();
    assertTrue(
        lines.stream().anyMatch(line -> line.contains("alert_subscription_bounds")),
        () -> String.join("\n", lines));
  }

  private static List<String> explain() {
    try (java.sql.Connection connection = database.dataSource().getConnection();
        java.sql.Statement statement = connection.createStatement();
        java.sql.ResultSet rows =
            statement.executeQuery(
                "explain with i as materialized (select 10.2::float8 as latitude, 90.2::float8 as"
                    + " longitude, 'ROBBERY'::text as kind, 3 as severity, 'GREEN' as tlp,"
                    + " to_tsvector('x') as search) select s.id from i join alert_subscription s"
                    + " on s.stopped_at is null and "
                    + WatersSql.matches("s", "i"))) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
