package org.csoalliance.platform.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CircleTest {

  @Test
  void holdsWhatLiesWithinItsRadius() {
    Circle circle = new Circle(new Position(0, 179.9), 20);
    assertTrue(circle.contains(new Position(0, -179.9)));
    assertFalse(circle.contains(new Position(0, -179.7)));
  }

  @Test
  void itsBoxCrossesTheAntimeridian() {
    Box box = new Circle(new Position(0, 179.9), 60).box();
    assertTrue(box.crossesAntimeridian());
    assertEquals(178.9, box.west(), 1e-6);
    assertEquals(-179.1, box.east(), 1e-6);
  }

  @Test
  void itsBoxRoundAPoleSpansEveryMeridian() {
    Box box = new Circle(new Position(-89, 10), 120).box();
    assertEquals(new Box(-90, -180, box.north(), 180), box);
    assertEquals(-87, box.north(), 1e-6);
  }

  @Test
  void itsBoxHoldsEveryPlaceOfTheCircle() {
    Random random = new Random(1122);
    for (int i = 0; i < 20_000; i++) {
      Position centre =
          new Position(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
      Circle circle = new Circle(centre, 1 + random.nextDouble() * 2000);
      Position near =
          new Position(
              Math.max(-90, Math.min(90, centre.latitude() + random.nextGaussian() * 20)),
              random.nextDouble() * 360 - 180);
      if (circle.contains(near)) {
        assertTrue(circle.box().contains(near), () -> circle + " holds " + near);
      }
      assertTrue(circle.box().contains(centre));
    }
  }

  @Test
  void aCircleLargerThanTheWorldIsNone() {
    Position position = new Position(0, 0);
    assertThrows(IllegalArgumentException.class, () -> new Circle(position, 0));
    assertThrows(IllegalArgumentException.class, () -> new Circle(position, 10_801));
    assertThrows(IllegalArgumentException.class, () -> new Circle(position, Double.NaN));
  }
}
