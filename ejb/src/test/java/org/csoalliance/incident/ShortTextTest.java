package org.csoalliance.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.csoalliance.platform.geo.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortTextTest {
  /** Half a minute is rounded up, and a minute south of nothing is not south. */
  @ParameterizedTest
  @CsvSource({
    "1.2, 103.9, 01-12N 103-54E",
    "-12.05, -77.2, 12-03S 077-12W",
    "0, 0, 00-00N 000-00E",
    "-0.001, -0.001, 00-00N 000-00E",
    "89.9999, 179.9999, 90-00N 180-00E",
    "5.999, -0.5, 06-00N 000-30W"
  })
  void positionAsNaviesWriteIt(double latitude, double longitude, String text) {
    assertEquals(text, ShortText.position(new Position(latitude, longitude)));
  }
}
