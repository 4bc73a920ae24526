package org.csoalliance.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  private static final Instant TIME = Instant.parse("2026-11-21T19:40:00Z");

  @Test
  void utcFirst() {
    assertEquals("21 Nov 2026 19:40 UTC", TimeText.utc(TIME, null));
    assertEquals("21 Nov 2026", TimeText.utc(TIME, "DAY"));
    assertEquals("21 Nov 2026, about 19h UTC", TimeText.utc(TIME, "HOUR"));
    assertEquals("", TimeText.utc(null, null));
  }

  @Test
  void localBesideItWithItsDateOnlyWhenThatDiffers() {
    assertEquals("(20:40 local)", TimeText.local(TIME, ZoneOffset.ofHours(1), null));
    assertEquals("(03:40 local, 22 Nov)", TimeText.local(TIME, 480, "EXACT"));
    assertEquals("", TimeText.local(TIME, null, null));
    assertEquals("", TimeText.local(TIME, 480, "DAY"));
  }
}
