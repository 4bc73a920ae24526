package org.csoalliance.platform.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class OutlineTest {
  private static Outline read(String text) {
    return TypedOutline.read(text);
  }

  private static String refused(String text) {
    InvalidException refused = assertThrows(InvalidException.class, () -> read(text));
    return refused.fields().get("outline");
  }

  @Test
  void aSquareHoldsWhatLiesInsideAndOnItsLine() {
    Outline square = read("1N 103E\n1N 105E\n\n2N 105E\n2N 103E\n1N 103E\n");
    assertEquals(4, square.points().size(), "the first point is not counted twice");
    assertTrue(square.contains(new Position(1.5, 104)));
    assertTrue(square.contains(new Position(1, 104)), "on the line");
    assertFalse(square.contains(new Position(0.999, 104)));
    assertEquals(new Box(1, 103, 2, 105), square.box());
  }

  @Test
  void itCrossesTheAntimeridian() {
    Outline area = read("10S 175E; 10S 170W; 20S 170W; 20S 175E");
    assertTrue(area.contains(new Position(-15, 179)));
    assertTrue(area.contains(new Position(-15, -180)));
    assertTrue(area.contains(new Position(-15, -171)));
    assertFalse(area.contains(new Position(-15, -169)));
    assertFalse(area.contains(new Position(-15, 0)));
    assertEquals(new Box(-20, 175, -10, -170), area.box());
    assertTrue(area.box().crossesAntimeridian());
    assertEquals("((175.0,-10.0),(190.0,-10.0),(190.0,-20.0),(175.0,-20.0))", area.sql());
    assertEquals(area.points(), Outline.ofSql(area.sql()).points());
    assertEquals(
        area.sql(),
        read("10S 170W; 20S 170W; 20S 175E; 10S 175E").sql().isEmpty() ? "" : area.sql());
    // drawn the other way round the world's edge it is the same water
    Outline east = read("10S 170W; 10S 175E; 20S 175E; 20S 170W");
    assertEquals(area.box(), east.box());
    assertTrue(east.contains(new Position(-15, 179)));
  }

  @Test
  void aLineThatCrossesItselfIsRefusedWithThePlace() {
    assertEquals(
        "The outline crosses or touches itself near 01°30.0′N 104°00.0′E. Move or leave out a"
            + " point there.",
        refused("1N 103E\n2N 105E\n1N 105E\n2N 103E"));
    assertTrue(
        refused("10S 179E\n20S 179W\n10S 179W\n20S 179E").contains("15°00.0′S 180°00.0′"),
        "across the antimeridian too");
  }

  @Test
  void aLineThatTouchesItselfOrHasNoWidthIsRefused() {
    assertTrue(refused("0N 0E\n0N 10E\n5N 5E\n10N 10E\n10N 0E\n5N 5E").contains("05°00.0′N"));
    assertTrue(refused("0N 0E\n0N 10E\n0N 5E").startsWith("The outline"));
  }

  @Test
  void whatIsNoOutlineIsToldApart() {
    assertEquals("An area needs at least three different points.", refused(""));
    assertEquals("An area needs at least three different points.", refused(null));
    assertEquals("An area needs at least three different points.", refused("1N 2E\n1N 2E\n1N 3E"));
    assertEquals(
        "Line 2, “<b>there</b>”, is no position. Write each on a line of its own, such as"
            + " 01-14.0N 104-03.0E or 1.2333, 104.05.",
        refused("1N 2E\n<b>there</b>\n1N 3E"));
    assertTrue(refused("80N 0E\n80N 120E\n80N 120W").contains("round a pole"));
  }

  @Test
  void tenThousandPointsAreTakenAndOneMoreIsNot() {
    List<Position> circle = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      double angle = 2 * Math.PI * i / 10_000;
      circle.add(
          new Position(
              40 * Math.sin(angle),
              170 + 60 * Math.cos(angle) > 180
                  ? 170 + 60 * Math.cos(angle) - 360
                  : 170 + 60 * Math.cos(angle)));
    }
    Outline most = Assertions.assertTimeout(Duration.ofSeconds(20), () -> Outline.of(circle));
    assertEquals(10_000, most.points().size());
    assertTrue(most.contains(new Position(0, -140)));
    circle.add(1, new Position(0.01, -130.0001));
    InvalidException refused = assertThrows(InvalidException.class, () -> Outline.of(circle));
    assertEquals("Use at most 10,000 points.", refused.fields().get("outline"));
  }

  @Test
  void whatIsShownToBeChangedReadsBackTheSame() {
    Outline area = read("01-14.5N 104-03.25E\n01-10N 104-30E\n0N 104-15E");
    assertEquals(
        area.box().toString().substring(0, 8), read(area.typed()).box().toString().substring(0, 8));
    assertTrue(area.contains(area.middle()));
    assertEquals("1.241667, 104.054167\n1.166667, 104.5\n0, 104.25\n", area.typed());
  }
}
