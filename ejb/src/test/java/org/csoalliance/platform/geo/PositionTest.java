package org.csoalliance.platform.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "01-14N 104-03E | 1.233333 | 104.05",
        "01:49.9N 003:12.1E | 1.831667 | 3.201667",
        "01-49.9N 003-12.1E | 1.831667 | 3.201667",
        "46°37'50.89\"N 31°35'01.64\"E | 46.630803 | 31.583789",
        "~46°37'50.89\"N\n31°35'01.64\"E~ | 46.630803 | 31.583789",
        "46°37′50.89″N 31°35′01.64″E | 46.630803 | 31.583789",
        "46º37’50.89”N, 31º35’01.64”E | 46.630803 | 31.583789",
        "46°37'50.89''N 31°35'01.64''E | 46.630803 | 31.583789",
        "46 37 50.89 N 31 35 01.64 E | 46.630803 | 31.583789",
        "46:37:50.89N 31:35:01.64E | 46.630803 | 31.583789",
        "1 14.5 N, 104 3.2 E | 1.241667 | 104.053333",
        "N 01 14.5 E 104 03.2 | 1.241667 | 104.053333",
        "N01°14.5' W104°03.2' | 1.241667 | -104.053333",
        "s 01-14 / w 104-03 | -1.233333 | -104.05",
        "01–14s 104–03w | -1.233333 | -104.05",
        "104-03E 01-14N | 1.233333 | 104.05",
        "1.2333, 104.05 | 1.2333 | 104.05",
        "-1.2333 104.05 | -1.2333 | 104.05",
        "−1.2333; −104.05 | -1.2333 | -104.05",
        "1.2333N 104.05E | 1.2333 | 104.05",
        "1.2333° S, 104.05° W | -1.2333 | -104.05",
        "01°49.9′N 003°12.1′E | 1.831667 | 3.201667",
        "90N 180W | 90 | -180",
        "0 0 | 0 | 0"
      })
  void readsWhatPeopleWrite(String text, double latitude, double longitude) {
    Position position = Position.parse(text).orElseThrow();
    assertEquals(latitude, position.latitude(), 1e-6);
    assertEquals(longitude, position.longitude(), 1e-6);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "   ",
        "91-00N 104-03E",
        "90-01N 104-03E",
        "91, 104",
        "01-14N 181-00E",
        "1, 180.1",
        "01-60N 104-03E",
        "01-14N 104-60E",
        "01-14-60N 104-03-00E",
        "01-14N 02-14S",
        "01-14E 104-03E",
        "01-14N",
        "1.5-14N 104-03E",
        "-1.5N 104.05E",
        "off Lagos",
        "1.2333",
        "1,2,3",
        "#{7*7}",
        "<b>01-14N</b> 104-03E",
        "NaN, NaN",
        "01-14N 104-03E and more",
        "١-١٤N ١٠٤-٠٣E"
      })
  void refusesWhatIsNoPosition(String text) {
    assertTrue(Position.parse(text).isEmpty());
  }

  @Test
  void refusesALongTextAtOnce() {
    assertTrue(Position.parse("1 ".repeat(50_000)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "1.831667, 3.201667, 01°49.9′N 003°12.1′E",
    "-1.831667, -3.201667, 01°49.9′S 003°12.1′W",
    "1.9991667, 104.9991667, 02°00.0′N 105°00.0′E",
    "1.99915, 104.99915, 01°59.9′N 104°59.9′E",
    "0, 0, 00°00.0′N 000°00.0′E",
    "-0.0001, -0.0001, 00°00.0′N 000°00.0′E",
    "-90, 180, 90°00.0′S 180°00.0′E"
  })
  void writesAsSeamenDo(double latitude, double longitude, String text) {
    assertEquals(text, new Position(latitude, longitude).format());
  }

  @Test
  void whatIsWrittenIsReadBackWithinATwentiethOfAMinute() {
    Random random = new Random(20261122);
    double twentieth = 0.05 / 60 + 1e-9;
    for (int i = 0; i < 20_000; i++) {
      Position position =
          new Position(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180);
      Position back = Position.parse(position.format()).orElseThrow();
      assertEquals(position.latitude(), back.latitude(), twentieth);
      assertEquals(position.longitude(), back.longitude(), twentieth);
      assertEquals(position.format(), back.format());
    }
  }

  @Test
  void distancesAreInNauticalMiles() {
    Position equator = new Position(0, 0);
    assertEquals(60, equator.distanceNm(new Position(1, 0)), 1e-6);
    assertEquals(60, equator.distanceNm(new Position(0, -1)), 1e-6);
    assertEquals(30, new Position(60, 0).distanceNm(new Position(60, 1)), 0.01);
    assertEquals(10_800, new Position(90, 0).distanceNm(new Position(-90, 77)), 1e-6);
    assertEquals(0, equator.distanceNm(equator), 0);
  }

  @Test
  void distancesCrossTheAntimeridian() {
    assertEquals(12, new Position(0, 179.9).distanceNm(new Position(0, -179.9)), 1e-6);
  }

  @Test
  void bearingsAreDegreesTrue() {
    Position equator = new Position(0, 179.5);
    assertEquals(0, equator.bearing(new Position(1, 179.5)), 1e-9);
    assertEquals(90, equator.bearing(new Position(0, -179.5)), 1e-9);
    assertEquals(180, equator.bearing(new Position(-1, 179.5)), 1e-9);
    assertEquals(270, equator.bearing(new Position(0, 178.5)), 1e-9);
  }
}
