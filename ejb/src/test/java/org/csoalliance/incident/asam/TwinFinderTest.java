package org.csoalliance.incident.asam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinFinderTest {
  private static final String ROBBED =
      "GHANA: On 19 January, robbers boarded the container ship, broke into a store and escaped"
          + " with its contents.";

  private static AsamEvent event(String reference, String date, String position, String text) {
    AsamFile file =
        AsamFile.read(
            new MadeAsam().row(reference, date, position, "Robbers", "Ship", text).bytes());
    return new AsamReader(file.columns(), LocalDate.of(2026, 11, 22))
        .read(file.rows().get(0))
        .event();
  }

  private static final AsamEvent FIRST = event("2009-54", "2009-01-19", "05-38N 000-01E", ROBBED);
  private final TwinFinder finder = new TwinFinder(List.of(KnownIncident.of(7, FIRST)));

  @Test
  void findsTheSameEventUnderAnotherReference() {
    AsamEvent again =
        event("2009-58", "2009-01-19", "05-38.5N 000-01E", ROBBED + " The crew is safe.");
    assertEquals(7, finder.possibleTwin(again).id());
    assertNull(finder.updatedBy(again));
  }

  @Test
  void anotherDayPlaceShipHourOrStoryIsAnotherEvent() {
    assertNull(finder.possibleTwin(event("2009-58", "2009-01-20", "05-38N 000-01E", ROBBED)));
    assertNull(finder.possibleTwin(event("2009-58", "2009-01-19", "05-41N 000-01E", ROBBED)));
    assertNull(
        finder.possibleTwin(
            event("2009-58", "2009-01-19", "05-38N 000-01E", "A dhow was followed by skiffs.")));
    finder.add(
        KnownIncident.of(
            8, event("2009-60", "2009-02-01", "1N 1E", "Tug (KENRYO) robbed at 0200 local time.")));
    assertNull(
        finder.possibleTwin(
            event("2009-61", "2009-02-01", "1N 1E", "Tug (WEIHAI 5) robbed at 0200 local time.")));
    assertNull(
        finder.possibleTwin(
            event("2009-61", "2009-02-01", "1N 1E", "Tug (KENRYO) robbed at 0330 local time.")));
  }

  @Test
  void theSameHourAtTheSamePlaceIsEnough() {
    finder.add(
        KnownIncident.of(
            8, event("2011-70", "2011-01-14", "17-11N 061-21E", "SMERALDO boarded at 1730 UTC.")));
    assertNotNull(
        finder.possibleTwin(
            event("2011-49", "2011-01-14", "17-11N 061-21E", "Ship attacked at 141730Z Jan.")));
  }

  @Test
  void theSameReferenceForTheSameEventIsAnUpdate() {
    AsamEvent changed =
        event("2009-54", "2009-01-19", "05-38N 000-02E", "Robbers were arrested. " + ROBBED);
    assertEquals(7, finder.updatedBy(changed).id());
    AsamEvent otherDate = event("2009-54", "2009-01-21", "05-38N 000-01E", ROBBED);
    assertEquals(7, finder.updatedBy(otherDate).id());
  }

  @Test
  void theSameReferenceForAnotherEventUpdatesNothing() {
    AsamEvent other = event("2009-54", "2009-06-03", "10S 040E", "KENYA: A yacht was followed.");
    assertNull(finder.updatedBy(other));
    assertNull(finder.possibleTwin(other));
    AsamEvent sameDay = event("2009-54", "2009-01-19", "10S 040E", "KENYA: A yacht was followed.");
    assertNull(finder.updatedBy(sameDay));
  }

  @Test
  void aRowThatNamesWhatItUpdatesUpdatesIt() {
    AsamEvent update =
        event("2009-99", "2009-01-20", "05-40N 000-01E", "(Update of entry 2009-54) All is well.");
    assertEquals(7, finder.updatedBy(update).id());
    AsamEvent unknown =
        event("2009-99", "2009-01-20", "05-40N 000-01E", "(Update of entry 2008-1) All is well.");
    assertNull(finder.updatedBy(unknown));
  }
}
