package org.csoalliance.web.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.csoalliance.incident.OccurredPrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T18:10:00Z");

  private static ReportForm form(String day, String month, String year, String time) {
    ReportForm form = new ReportForm();
    form.setDay(day);
    form.setMonth(month);
    form.setYear(year);
    form.setTime(time);
    form.setArea("Lagos anchorage");
    return form;
  }

  private static ReportReader.Read read(ReportForm form) {
    return ReportReader.read(form, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,2026-11-22T04:15:00Z,",
    "60,2026-11-22T03:15:00Z,60",
    "480,2026-11-21T20:15:00Z,480",
    "-300,2026-11-22T09:15:00Z,-300",
    "345,2026-11-21T22:30:00Z,345",
    "9999,2026-11-22T04:15:00Z,",
    "rubbish,2026-11-22T04:15:00Z,"
  })
  void localTimeIsTurnedIntoUtcByItsOffset(String clock, String expected, Integer offset) {
    ReportForm form = form("22", "11", "2026", "0415");
    form.setClock(clock);
    ReportReader.Read read = read(form);
    assertEquals(Instant.parse(expected), read.report().occurredAt());
    assertEquals(offset, read.report().utcOffsetMinutes());
  }

  @ParameterizedTest
  @CsvSource({"0415,04:15", "04:15,04:15", "4.15,04:15", "415,04:15", "04h15,04:15", "2359Z,23:59"})
  void timesAreReadAsTheyAreWritten(String typed, String expected) {
    assertEquals(LocalTime.parse(expected), ReportReader.time(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2460", "24:00", "9", "noon", "12:5", "٠٤١٥", "#{7*7}"})
  void whatIsNoTimeIsRefused(String typed) {
    assertNull(ReportReader.time(typed));
    assertEquals(
        "Write the time as 0415 or 04:15",
        read(form("22", "11", "2026", typed)).wrong().get("time"));
  }

  @Test
  void monthsMayBeNamedAndYearsBeShort() {
    assertEquals(
        Instant.parse("2026-11-22T04:15:00Z"),
        read(form("22", "Nov", "26", "0415")).report().occurredAt());
  }

  @ParameterizedTest
  @CsvSource({
    "31,11,2026,day,November 2026 has no day 31",
    "32,11,2026,day,Day must be a number from 1 to 31",
    "22,13,2026,month,Month must be a number from 1 to 12",
    "22,11,20266,year,'Year must be four digits, such as 2026'",
    ",,,day,Enter the day it happened"
  })
  void wrongDatesAreNamedAtTheirField(
      String day, String month, String year, String field, String sentence) {
    ReportReader.Read read = read(form(day, month, year, "0415"));
    assertNull(read.report().occurredAt());
    assertEquals(sentence, read.wrong().get(field));
  }

  @Test
  void aDayAloneNeedsNoTimeAndStandsAtNoon() {
    ReportForm form = form("21", "11", "2026", null);
    form.setPrecision(OccurredPrecision.DAY);
    assertEquals(Instant.parse("2026-11-21T12:00:00Z"), read(form).report().occurredAt());
    form.setDay("22");
    form.setClock("-600");
    assertEquals(NOW, read(form).report().occurredAt(), "noon there is still to come");
  }

  @Test
  void aTimeIsAskedForUnlessOnlyTheDayIsKnown() {
    assertEquals(
        "Enter the time, or choose that only the day is known",
        read(form("22", "11", "2026", " ")).wrong().get("time"));
  }

  @Test
  void aPlaceInWordsIsTakenWhereThePositionStands() {
    ReportForm form = form("22", "11", "2026", "0415");
    form.setArea(null);
    form.setPosition("Singapore Strait");
    ReportReader.Read read = read(form);
    assertTrue(read.wrong().isEmpty());
    assertNull(read.report().position());
    assertEquals("Singapore Strait", read.report().area());
  }

  @ParameterizedTest
  @CsvSource({
    "01-49.9N 003-72.1E,Position: minutes must be below 60",
    "91-00N 003-12E,Position: latitude must be 90 degrees or less",
    "1 2 3 4 5 6 7,'Position: write it as 01-49.9N 003-12.1E, or leave it empty and name the place'"
  })
  void positionsThatCannotBeReadSayWhy(String typed, String sentence) {
    ReportForm form = form("22", "11", "2026", "0415");
    form.setPosition(typed);
    assertEquals(sentence, read(form).wrong().get("position"));
  }

  @Test
  void aMeddledSubmissionKeyIsReplaced() {
    ReportForm form = form("22", "11", "2026", "0415");
    form.setSubmissionKey("#{7*7}");
    assertEquals(form.getSubmissionKey(), read(form).report().submissionKey().toString());
  }

  @Test
  void digitsWithoutEndAreRefusedAtOnce() {
    String typed = "12".repeat(50_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertTrue(ReportReader.positionProblem(typed).startsWith("Position: write it as")));
  }
}
