package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.geo.Position;
import org.csoalliance.platform.sharing.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedWatchTest {
  private static final Map<String, TypedWatch.NamedPort> PORTS =
      Map.of(
          "SGSIN",
          new TypedWatch.NamedPort("SGSIN", "Singapore, Singapore", new Position(1.26, 103.83)),
          "XXNIL",
          new TypedWatch.NamedPort("XXNIL", "Nowhere", null));

  private final Map<String, String> typed = new HashMap<>();
  private List<String> kinds = List.of();
  private List<String> labels;

  private TypedWatchTest with(String field, String value) {
    typed.put(field, value);
    return this;
  }

  private WatchOrder understood() {
    return new TypedWatch(
            typed.get("name"),
            typed.get("shape"),
            typed.get("position"),
            typed.get("radius"),
            typed.get("southWest"),
            typed.get("northEast"),
            typed.get("outline"),
            typed.get("waypoints"),
            typed.get("width"),
            typed.get("port"),
            kinds,
            typed.get("atLeast"),
            labels,
            typed.get("words"),
            typed.get("delivery"))
        .understood(code -> Optional.ofNullable(PORTS.get(code)));
  }

  private Map<String, String> wrong() {
    return assertThrows(InvalidException.class, this::understood).fields();
  }

  private TypedWatchTest circle(String position, String radius) {
    return with("shape", "CIRCLE").with("position", position).with("radius", radius);
  }

  @Test
  void circleAsTheBridgeWritesIt() {
    kinds = List.of("HIJACK", "ROBBERY");
    labels = List.of("CLEAR");
    WatchOrder order =
        circle("01-14N 104-03E", "1,200 NM")
            .with("atLeast", "2")
            .with("words", " knives\n ")
            .with("delivery", "DAILY")
            .understood();
    assertEquals(1200, order.waters().circle().radiusNm());
    assertEquals(
        new Wanted(
            Set.of(IncidentKind.ROBBERY, IncidentKind.HIJACK), 2, Set.of(Tlp.CLEAR), "knives"),
        order.wanted());
    assertEquals(Delivery.DAILY, order.delivery());
    assertEquals("1,200 NM round 01°14.0′N 104°03.0′E", order.name());
    assertEquals(
        "Robbery, Hijack, CAT 2 and graver, TLP:CLEAR, with the words “knives”",
        WatersText.wanted(order.wanted()));
  }

  @Test
  void boxOverTheAntimeridian() {
    WatchOrder order =
        with("shape", "BOX")
            .with("southWest", "20-00S 175-00E")
            .with("northEast", "15-00S 175-00W")
            .with("name", "Fiji")
            .understood();
    assertTrue(order.waters().box().crossesAntimeridian());
    assertEquals("Fiji", order.name());
  }

  @Test
  void areaAndRouteOnePositionALine() {
    WatchOrder area =
        with("shape", "POLYGON").with("outline", "10, 40\n18, 40\n\n18-00N 054-00E\n").understood();
    assertEquals(3, area.waters().outline().points().size());
    WatchOrder route =
        with("shape", "CORRIDOR")
            .with("waypoints", "1, 104; 6, 95")
            .with("width", "25")
            .understood();
    assertEquals(25, route.waters().corridor().halfWidthNm());
    assertEquals(
        "25 NM each side of the route from 01°00.0′N 104°00.0′E to 06°00.0′N 095°00.0′E",
        route.name());
  }

  @Test
  void anAreaThatCrossesItselfIsRefusedWithThePlace() {
    Map<String, String> wrong =
        with("shape", "POLYGON").with("outline", "0, 0\n10, 10\n0, 10\n10, 0").wrong();
    assertEquals(Set.of("outline"), wrong.keySet());
    assertTrue(wrong.get("outline").contains("crosses"), wrong::toString);
    assertTrue(wrong.get("outline").contains("05°00.0′N 005°00.0′E"), wrong::toString);
  }

  @Test
  void tooManyPointsAreRefused() {
    String points =
        IntStream.range(0, 10_000)
            .mapToObj(i -> i % 2 == 0 ? "1, " + i / 100.0 : "-1, " + i / 100.0)
            .collect(Collectors.joining("\n"));
    assertEquals(
        Set.of("outline"), with("shape", "POLYGON").with("outline", points).wrong().keySet());
    assertEquals(
        Set.of("waypoints"),
        with("shape", "CORRIDOR").with("waypoints", points).with("width", "5").wrong().keySet());
    String ring =
        IntStream.range(0, 1_001)
            .mapToObj(i -> Math.PI * 2 * i / 1_001)
            .map(
                turn ->
                    String.format(
                        java.util.Locale.ROOT,
                        "%.6f, %.6f",
                        5 * Math.sin(turn),
                        5 * Math.cos(turn)))
            .collect(Collectors.joining("\n"));
    assertTrue(
        with("shape", "POLYGON").with("outline", ring).wrong().get("outline").contains("1,000"));
  }

  @ParameterizedTest
  @CsvSource({
    "'1, 1', waypoints",
    "'86, 1\n80, 2', waypoints",
    "'1, 1\n?', waypoints",
    "'', waypoints"
  })
  void wrongRoutes(String points, String field) {
    assertEquals(
        Set.of(field),
        with("shape", "CORRIDOR").with("waypoints", points).with("width", "5").wrong().keySet());
  }

  @Test
  void aPortIsWatchedByItsCode() {
    WatchOrder order =
        with("shape", "PORT").with("port", "SGSIN").with("radius", "30").understood();
    assertEquals("Singapore, Singapore", order.name());
    assertEquals("30 NM round the port SGSIN", WatersText.place(order.waters()));
    assertEquals(Set.of("port"), with("port", "QQQQQ").wrong().keySet());
    assertEquals(Set.of("port"), with("port", "XXNIL").wrong().keySet());
    assertEquals(Set.of("port"), with("port", "").wrong().keySet());
    assertEquals(Set.of("port"), with("port", "S".repeat(100_000)).wrong().keySet());
  }

  @Test
  void everyFieldHasItsSentence() {
    assertEquals(Set.of("position", "radius"), circle("", "").wrong().keySet());
    assertEquals(Set.of("position"), circle("91-00N 104-03E", "5").wrong().keySet());
    assertEquals(Set.of("shape"), new TypedWatchTest().wrong().keySet());
    assertEquals(
        Set.of("southWest", "northEast"),
        new TypedWatchTest().with("shape", "BOX").with("southWest", "<b>").wrong().keySet());
    circle("01-14N 104-03E", "5");
    assertEquals(Set.of("name"), with("name", "x".repeat(100_000)).wrong().keySet());
    with("name", null).kinds = List.of("#{7*7}");
    labels = List.of("PURPLE");
    with("atLeast", "9").with("delivery", "NEVER").with("words", "w".repeat(201));
    assertEquals(Set.of("kinds", "labels", "atLeast", "delivery", "words"), wrong().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2001", "-5", "abc", "1e3", "NaN", "٥", "5;drop", " "})
  void wrongRadius(String radius) {
    assertEquals(Set.of("radius"), circle("01-14N 104-03E", radius).wrong().keySet());
  }
}
