package org.csoalliance.incident.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.csoalliance.incident.IncidentKind;
import org.junit.jupiter.api.Test;

class TwinScoreTest {
  private static TwinScore score(
      int minutes, boolean dayOnly, Double miles, boolean same, boolean other, IncidentKind kind) {
    return TwinScore.of(
        new TwinScore.Measures(
            Duration.ofMinutes(minutes),
            dayOnly,
            miles,
            same,
            other,
            false,
            IncidentKind.ROBBERY,
            kind));
  }

  @Test
  void oneEventToldTwiceIsProposedAndSaysWhy() {
    TwinScore near = score(25, false, 1.2, false, false, IncidentKind.ROBBERY);
    assertEquals(70, near.points());
    assertEquals(
        List.of("25 minutes apart (30)", "1.2 NM apart (30)", "The same kind (10)"),
        near.reasons());
    assertTrue(
        score(0, true, 8.0, false, false, IncidentKind.ATTEMPT).points() < TwinScore.PROPOSED);
    assertEquals(60, score(0, true, 1.0, false, false, IncidentKind.ROBBERY).points());
    assertEquals(70, score(0, true, null, true, false, IncidentKind.ROBBERY).points());
  }

  @Test
  void timesApartAreToldToTheMinute() {
    assertEquals("1 minute apart (30)", apart(1));
    assertEquals("8 h 55 min apart (10)", apart(535));
    assertEquals("9 hours apart (10)", apart(540));
  }

  private static String apart(int minutes) {
    return score(minutes, false, 1.2, false, false, IncidentKind.ROBBERY).reasons().get(0);
  }

  @Test
  void oneShipFarApartIsTwoEvents() {
    TwinScore far = score(180, false, 1036.7, true, false, IncidentKind.ROBBERY);
    assertTrue(far.points() < TwinScore.PROPOSED);
    assertTrue(far.reasons().contains("1,037 NM apart, too far for one event (−40)"));
  }

  @Test
  void otherShipsInOneNightAreTwoEvents() {
    assertTrue(
        score(20, false, 0.5, false, true, IncidentKind.ROBBERY).points() < TwinScore.PROPOSED);
    assertEquals(0, score(2000, false, 29.0, false, true, IncidentKind.CYBER).points());
  }
}
