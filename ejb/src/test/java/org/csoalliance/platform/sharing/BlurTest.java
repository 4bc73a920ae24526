package org.csoalliance.platform.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.csoalliance.platform.geo.Position;
import org.junit.jupiter.api.Test;

class BlurTest {
  private static final List<Position> PLACES =
      List.of(
          new Position(1.2333, 104.05),
          new Position(0, 180),
          new Position(-17.5, -179.999),
          new Position(89.9, 12),
          new Position(-90, 0));

  @Test
  void staysWithinTheRadiusAndReachesAllOfIt() {
    Blur blur = new Blur(new Random(1));
    for (Position place : PLACES) {
      double sum = 0;
      int beyondHalf = 0;
      for (int i = 0; i < 2000; i++) {
        double distance = blur.show(place, 10, null, 0).distanceNm(place);
        assertTrue(distance <= 10, distance + " at " + place);
        sum += distance;
        beyondHalf += distance > 5 ? 1 : 0;
      }
      // uniform over the disc: mean two thirds of the radius, three quarters beyond half of it
      assertEquals(6.67, sum / 2000, 0.25, place::toString);
      assertEquals(0.75, beyondHalf / 2000.0, 0.04, place::toString);
    }
  }

  @Test
  void isNotForeseeable() {
    Position place = PLACES.get(0);
    assertNotEquals(new Blur().show(place, 10, null, 0), new Blur().show(place, 10, null, 0));
  }

  @Test
  void readingItManyTimesAndChangingItTellsNoMore() {
    Blur blur = new Blur(new Random(2));
    for (Position place : PLACES) {
      for (int i = 0; i < 500; i++) {
        Position first = blur.show(place, 20, null, 0);
        assertEquals(first, blur.show(place, 20, first, 20), "asked again");
        Position wider = blur.show(place, 50, first, 20);
        assertTrue(wider.distanceNm(first) <= 30.01, "the old disc lies in the wider one");
        assertTrue(wider.distanceNm(place) <= 50);
        Position narrower = blur.show(place, 5, first, 20);
        assertTrue(narrower.distanceNm(first) <= 15.01, "the narrower disc lies in the old one");
        assertTrue(narrower.distanceNm(place) <= 5);
        Position corrected = Blur.along(place, 40, 0.5);
        if (first.distanceNm(corrected) <= 20) {
          assertEquals(first, blur.show(corrected, 20, first, 20), "a small correction");
        }
      }
    }
  }

  /** The control: drawn anew at each reading, the mean of many gives the place away. */
  @Test
  void drawingAnewWouldGiveThePlaceAway() {
    Blur blur = new Blur(new Random(3));
    Position place = PLACES.get(0);
    double latitude = 0;
    double longitude = 0;
    for (int i = 0; i < 4000; i++) {
      Position drawn = blur.show(place, 20, null, 0);
      latitude += drawn.latitude() / 4000;
      longitude += drawn.longitude() / 4000;
    }
    assertTrue(new Position(latitude, longitude).distanceNm(place) < 1);
  }
}
