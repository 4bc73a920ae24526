package org.csoalliance.web.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.csoalliance.incident.statistics.DangerClock;
import org.csoalliance.incident.statistics.Figure;
import org.csoalliance.platform.sharing.SmallCount;
import org.junit.jupiter.api.Test;

/** Figures become pictures and words without saying more than they know. */
class PicturesTest {
  private static final SmallCount NONE = count(0);
  private static final SmallCount FEW = new SmallCount(0, true);

  private static SmallCount count(long n) {
    return new SmallCount(n, false);
  }

  private static DangerClock clock(SmallCount cell, SmallCount night) {
    List<List<SmallCount>> days =
        new ArrayList<>(Collections.nCopies(7, Collections.nCopies(24, NONE)));
    List<SmallCount> friday = new ArrayList<>(Collections.nCopies(24, NONE));
    friday.set(3, cell);
    days.set(4, friday);
    List<SmallCount> weekdays = new ArrayList<>(Collections.nCopies(7, NONE));
    weekdays.set(4, cell);
    return new DangerClock(
        days,
        friday,
        weekdays,
        cell,
        count(12),
        NONE,
        cell,
        NONE,
        NONE,
        NONE,
        night,
        moon(),
        List.of(new Figure(null, cell)),
        null);
  }

  private static List<Figure> moon() {
    return Collections.nCopies(8, new Figure("FULL_MOON", count(5)));
  }

  @Test
  void theWorstHourIsNamedAndTheFullestCellIsTheDarkest() {
    ClockFace face = new ClockFace(clock(count(28), count(28)));
    assertEquals(
        "Most between 03:00 and 04:00: 28. At night, 18 to 06: 28 of 28.", face.getSummary());
    assertEquals(new ClockFace.Cell("28", "l5"), face.getDays().get(4).cells().get(3));
    assertEquals(new ClockFace.Cell("", "l0"), face.getDays().get(0).cells().get(0));
    assertTrue(face.getNotes().contains("12 have no exact time and stand in no hour."));
    assertTrue(face.getWedges().get(3).night());
    assertFalse(face.getWedges().get(12).night());
    assertEquals(List.of(), face.getShipStatuses(), "no report tells what the ship was doing");
  }

  @Test
  void fewAreSeenAndNotCounted() {
    ClockFace face = new ClockFace(clock(FEW, FEW));
    assertEquals(new ClockFace.Cell("few", "lf"), face.getDays().get(4).cells().get(3));
    assertEquals("At night, 18 to 06: few of few.", face.getSummary());
    assertTrue(face.isFilled());
    assertEquals("lf", face.getWedges().get(3).css());
    assertFalse(new ClockFace(clock(NONE, NONE)).isFilled());
  }

  @Test
  void aChangeIsToldInPerCentFromTwentyOnAlone() {
    assertEquals("10 more (+50%)", Comparison.change(count(30), count(20)));
    assertEquals("10 fewer (-33%)", Comparison.change(count(20), count(30)));
    assertEquals("3 more", Comparison.change(count(5), count(2)));
    assertEquals("19 fewer", Comparison.change(count(0), count(19)));
    assertEquals("the same", Comparison.change(count(4), count(4)));
    assertEquals("too few to say", Comparison.change(FEW, count(40)));
    assertEquals("too few to say", Comparison.change(count(40), FEW));
  }

  @Test
  void runningTotalsSayThatFewAreMissingInThem() {
    List<YearTable.Year> years =
        YearTable.of(
            List.of(
                new Figure("2024-11-01", count(7)),
                new Figure("2024-12-01", FEW),
                new Figure("2025-01-01", count(1_200))),
            List.of(new Figure("2024", new SmallCount(7, true)), new Figure("2025", count(1_200))));
    assertEquals("7 and few more", years.get(0).sum());
    assertEquals("few", years.get(0).months().get(11));
    assertEquals("", years.get(0).months().get(0));
    assertEquals("over 1,207", years.get(1).running());
  }

  @Test
  void theScaleOfTheMonthsHoldsTheHighestBar() {
    for (long most : new long[] {0, 1, 4, 5, 37, 999, 123_456}) {
      MonthChart chart =
          new MonthChart(
              List.of(new Figure("2024-11-01", count(most)), new Figure("2024-12-01", NONE)));
      assertTrue(chart.getScale().size() <= 7, most + ": " + chart.getScale());
      String top = chart.getScale().get(chart.getScale().size() - 1).label().replace(",", "");
      assertTrue(Long.parseLong(top) >= most, most + " above " + top);
      assertEquals(2, chart.getBars().size());
    }
  }

  @Test
  void theMoonHasEightFaces() {
    assertEquals(8, new ClockFace(clock(NONE, NONE)).getMoons().size());
    assertEquals("", ClockFace.lit(0));
    assertTrue(ClockFace.lit(4).startsWith("M10 2"));
  }
}
