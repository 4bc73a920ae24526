package org.csoalliance.web.firstresponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.csoalliance.incident.OccurredPrecision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
  @ParameterizedTest
  @CsvSource({
    "22 Nov 2026 04:15, 2026-11-22T04:15:00Z, EXACT",
    "22 november 2026 04:15 UTC, 2026-11-22T04:15:00Z, EXACT",
    "2026-11-22 0415, 2026-11-22T04:15:00Z, EXACT",
    "2026-11-22T04:15Z, 2026-11-22T04:15:00Z, EXACT",
    "about 22 Nov 2026 04:00, 2026-11-22T04:00:00Z, HOUR",
    "22 Nov 2026, 2026-11-22T00:00:00Z, DAY"
  })
  void readsWhatPeopleWriteAndWritesItBack(String typed, Instant at, OccurredPrecision precision) {
    TypedTime time = TypedTime.parse(typed).orElseThrow();
    assertEquals(at, time.at());
    assertEquals(precision, time.precision());
    assertEquals(time, TypedTime.parse(TypedTime.of(at, precision)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "31 Feb 2026 04:15 x", "22 Nov 2026 25:00", "04:15"})
  void refusesWhatIsNoTime(String typed) {
    assertTrue(TypedTime.parse(typed).isEmpty());
  }
}
