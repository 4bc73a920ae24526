package org.csoalliance.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
  @Test
  void doublesFromHalfAMinuteToAnHour() {
    Random random = new Random(1);
    for (int failures = 1; failures <= 100; failures++) {
      Duration wait = BackOff.after(failures, random);
      assertTrue(wait.compareTo(Duration.ofSeconds(30)) >= 0, wait::toString);
      assertTrue(wait.compareTo(Duration.ofHours(1)) <= 0, wait::toString);
      long middle = Math.min(30L << Math.min(failures - 1, 20), 3600);
      assertEquals(middle, wait.toSeconds(), middle * 0.21, "failure " + failures);
    }
  }

  @Test
  void mailsDoNotComeBackTogether() {
    Random random = new Random(1);
    assertNotEquals(BackOff.after(5, random), BackOff.after(5, random));
  }
}
