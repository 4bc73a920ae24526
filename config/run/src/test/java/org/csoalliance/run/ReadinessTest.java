package org.csoalliance.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReadinessTest {
  @Test
  void theHealthOfPayaraItselfIsNotTakenForOurs() {
    assertFalse(Readiness.isReady(200, "{\"status\":\"UP\",\"checks\":[]}"));
    assertFalse(Readiness.isReady(503, "{\"status\":\"DOWN\",\"check\":\"ready\"}"));
    assertTrue(Readiness.isReady(200, "{\"status\":\"UP\",\"check\":\"ready\"}"));
  }
}
