package org.csoalliance.event.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.List;
import org.csoalliance.event.EventStatus;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
  private final CalendarFile file = new CalendarFile("https://alliance.example", NOW);

  private static CalendarEntry entry(String zone, EventStatus status, int sequence) {
    return new CalendarEntry(
        "cyber-workshop-2027",
        "Cyber, ships; and\nports",
        "Bring a case",
        "Harbour hall, Piraeus",
        Instant.parse("2027-03-27T07:00:00Z"),
        Instant.parse("2027-03-29T15:00:00Z"),
        zone,
        status,
        sequence,
        NOW,
        false);
  }

  private static String unfolded(byte[] file) {
    return new String(file, UTF_8).replace("\r\n ", "");
  }

  @Test
  void timesAreThoseOfThePlaceWithTheRulesOfItsZone() {
    byte[] written =
        file.feed("Events", List.of(entry("Europe/Athens", EventStatus.OPEN, 3)), true);
    String text = unfolded(written);
    assertTrue(text.contains("DTSTART;TZID=Europe/Athens:20270327T090000"), text);
    assertTrue(
        text.contains("DTEND;TZID=Europe/Athens:20270329T180000"),
        "the clock goes forward between start and end: " + text);
    assertTrue(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Athens"), text);
    assertTrue(text.contains("BEGIN:DAYLIGHT"), text);
    assertTrue(text.contains("DTSTART:20270328T030000"), "the change of the clock: " + text);
    assertTrue(text.contains("UID:cyber-workshop-2027@events.csoalliance.org"), text);
    assertTrue(text.contains("SEQUENCE:3"), text);
    assertTrue(text.contains("TRIGGER;RELATED=START:-P1D"), text);
    assertTrue(text.contains("SUMMARY:Cyber\\, ships\\; and\\nports"), text);
    assertTrue(text.lines().allMatch(line -> line.length() < 800));
    ICalendar read = Biweekly.parse(new String(written, UTF_8)).first();
    VEvent event = read.getEvents().get(0);
    assertEquals(
        Instant.parse("2027-03-27T07:00:00Z"), event.getDateStart().getValue().toInstant());
    assertEquals(Instant.parse("2027-03-29T15:00:00Z"), event.getDateEnd().getValue().toInstant());
  }

  @Test
  void zonesWithoutSummerTimeAndUtc() {
    String utc = unfolded(file.feed("Events", List.of(entry("UTC", EventStatus.OPEN, 0)), false));
    assertTrue(utc.contains("DTSTART:20270327T070000Z"), utc);
    assertFalse(utc.contains("VALARM"), utc);
    String manila =
        unfolded(file.feed("Events", List.of(entry("Asia/Manila", EventStatus.OPEN, 0)), false));
    assertTrue(manila.contains("DTSTART;TZID=Asia/Manila:20270327T150000"), manila);
    assertTrue(manila.contains("TZOFFSETTO:+0800"), manila);
  }

  @Test
  void aMailReplacesTheEntryOrEndsIt() {
    String moved =
        unfolded(
            file.message(
                entry("Europe/Athens", EventStatus.OPEN, 4),
                "events@alliance.example",
                "a@fleet.example",
                "A. Member"));
    assertTrue(moved.contains("METHOD:REQUEST"), moved);
    assertTrue(moved.contains("ORGANIZER;CN=CSO Alliance:mailto:events@alliance.example"), moved);
    assertTrue(moved.contains("PARTSTAT=ACCEPTED"), moved);
    String off =
        unfolded(
            file.message(
                entry("Europe/Athens", EventStatus.CANCELLED, 5),
                "events@alliance.example",
                "a@fleet.example",
                "A. Member"));
    assertTrue(off.contains("METHOD:CANCEL"), off);
    assertTrue(off.contains("STATUS:CANCELLED"), off);
    assertTrue(off.contains("SEQUENCE:5"), off);
    assertFalse(off.contains("VALARM"), off);
  }
}
