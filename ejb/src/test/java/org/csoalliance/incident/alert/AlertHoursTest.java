package org.csoalliance.incident.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.csoalliance.platform.error.InvalidException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertHoursTest {
  private static AlertHours hours(String zone, String from, String to) {
    return new AlertHours(
        ZoneId.of(zone),
        from == null ? null : LocalTime.parse(from),
        to == null ? null : LocalTime.parse(to),
        LocalTime.of(7, 0),
        DayOfWeek.MONDAY);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // zone, quiet from, to, now, due
        "UTC, -, -, 2026-11-27T03:00:00Z, 2026-11-27T03:00:00Z",
        "Asia/Singapore, 22:00, 06:00, 2026-11-27T13:59:00Z, 2026-11-27T13:59:00Z",
        "Asia/Singapore, 22:00, 06:00, 2026-11-27T14:00:00Z, 2026-11-27T22:00:00Z",
        "Asia/Singapore, 22:00, 06:00, 2026-11-27T21:59:00Z, 2026-11-27T22:00:00Z",
        "Asia/Singapore, 22:00, 06:00, 2026-11-27T22:00:00Z, 2026-11-27T22:00:00Z",
        "UTC, 01:00, 05:00, 2026-11-27T00:59:59Z, 2026-11-27T00:59:59Z",
        "UTC, 01:00, 05:00, 2026-11-27T01:00:00Z, 2026-11-27T05:00:00Z",
        "UTC, 01:00, 05:00, 2026-11-27T23:00:00Z, 2026-11-27T23:00:00Z",
        // 05:00 does not come twice on the night when clocks go back
        "Europe/Athens, 22:00, 05:00, 2026-10-24T22:00:00Z, 2026-10-25T03:00:00Z"
      })
  void quietHours(String zone, String from, String to, Instant now, Instant due) {
    assertEquals(due, hours(zone, from, to).due(Delivery.NOW, false, now));
    assertEquals(now, hours(zone, from, to).due(Delivery.NOW, true, now), "danger to life");
  }

  @ParameterizedTest
  @CsvSource({
    "DAILY, 2026-11-27T05:59:59Z, 2026-11-27T06:00:00Z",
    "DAILY, 2026-11-27T06:00:00Z, 2026-11-28T06:00:00Z",
    "WEEKLY, 2026-11-27T05:00:00Z, 2026-11-30T06:00:00Z",
    "WEEKLY, 2026-11-30T05:00:00Z, 2026-11-30T06:00:00Z",
    "WEEKLY, 2026-11-30T06:00:00Z, 2026-12-07T06:00:00Z"
  })
  void digests(Delivery delivery, Instant now, Instant due) {
    assertEquals(due, hours("Europe/Berlin", null, null).due(delivery, false, now));
    assertEquals(now, hours("Europe/Berlin", null, null).due(delivery, true, now));
  }

  @Test
  void hoursAsTheyAreTyped() {
    AlertHours read = new TypedHours("asia/singapore", "2200", "6:00", "07.30", "5").understood();
    assertEquals(
        new AlertHours(
            ZoneId.of("Asia/Singapore"),
            LocalTime.of(22, 0),
            LocalTime.of(6, 0),
            LocalTime.of(7, 30),
            DayOfWeek.FRIDAY),
        read);
    assertEquals(read, TypedHours.of(read).understood());
    assertEquals(AlertHours.PLAIN.words(), TypedHours.of(AlertHours.PLAIN).understood().words());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Mars/Base, -, -, 07:00, 1, zone",
        "UTC, 22:00, -, 07:00, 1, quietTo",
        "UTC, -, 06:00, 07:00, 1, quietFrom",
        "UTC, 06:00, 06:00, 07:00, 1, quietTo",
        "UTC, 25:00, 06:00, 07:00, 1, quietFrom",
        "UTC, -, -, -, 1, digestAt",
        "UTC, -, -, soon, 1, digestAt",
        "UTC, -, -, 07:00, 8, digestDay",
        "UTC, -, -, 07:00, -, digestDay"
      })
  void wrongHours(String zone, String from, String to, String digest, String day, String field) {
    assertEquals(
        Set.of(field),
        assertThrows(
                InvalidException.class,
                () -> new TypedHours(zone, from, to, digest, day).understood())
            .fields()
            .keySet());
  }
}
