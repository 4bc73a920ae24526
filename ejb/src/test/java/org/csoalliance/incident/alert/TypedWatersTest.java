package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.csoalliance.incident.IncidentKind;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedWatersTest {
  private static TypedWaters circle(String position, String radius, String... kinds) {
    return new TypedWaters("", "CIRCLE", position, radius, "", "", List.of(kinds));
  }

  private static Set<String> wrong(TypedWaters typed) {
    return assertThrows(InvalidException.class, typed::understood).fields().keySet();
  }

  @Test
  void circleAsTheBridgeWritesIt() {
    Waters waters = circle("01-14N 104-03E", "1,200 NM", "HIJACK", "ROBBERY").understood();
    assertEquals(1200, waters.circle().radiusNm());
    assertEquals(Set.of(IncidentKind.ROBBERY, IncidentKind.HIJACK), waters.kinds());
    assertEquals("1,200 NM round 01°14.0′N 104°03.0′E", waters.name());
  }

  @Test
  void boxOverTheAntimeridian() {
    Waters waters =
        new TypedWaters("Fiji", "BOX", "", "", "20-00S 175-00E", "15-00S 175-00W", List.of())
            .understood();
    assertTrue(waters.box().crossesAntimeridian());
    assertEquals("Fiji", waters.name());
  }

  @Test
  void everyFieldHasItsSentence() {
    assertEquals(Set.of("position", "radius"), wrong(circle("", "")));
    assertEquals(Set.of("position"), wrong(circle("91-00N 104-03E", "5")));
    assertEquals(Set.of("kinds"), wrong(circle("01-14N 104-03E", "5", "#{7*7}")));
    assertEquals(Set.of("shape"), wrong(new TypedWaters(null, null, null, null, null, null, null)));
    assertEquals(
        Set.of("southWest", "northEast"),
        wrong(new TypedWaters("", "BOX", "", "", "<b>", null, List.of())));
    assertEquals(
        Set.of("northEast"),
        wrong(new TypedWaters("", "BOX", "", "", "5-00N 5-00E", "4-00N 6-00E", List.of())));
    assertEquals(
        Set.of("name"),
        wrong(
            new TypedWaters(
                "x".repeat(100_000), "CIRCLE", "01-14N 104-03E", "5", "", "", List.of())));
    assertEquals(Set.of("position"), wrong(circle("1".repeat(100_000), "5")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2001", "-5", "abc", "1e3", "NaN", "٥", "5;drop", " "})
  void wrongRadius(String radius) {
    assertEquals(Set.of("radius"), wrong(circle("01-14N 104-03E", radius)));
  }

  @ParameterizedTest
  @EnumSource(KnownWaters.class)
  void stoppedWatersComeBackAsTheyWere(KnownWaters known) {
    assertEquals(known.waters(), TypedWaters.of(known.waters()).understood());
  }
}
