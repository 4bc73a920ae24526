package org.csoalliance.web.vetting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.join.ApplicationState;
import org.csoalliance.membership.vetting.Check;
import org.csoalliance.membership.vetting.CheckItem;
import org.csoalliance.membership.vetting.CheckOutcome;
import org.csoalliance.membership.vetting.VettingCase;
import org.csoalliance.membership.vetting.VettingStep;
import org.junit.jupiter.api.Test;

class HistoryLineTest {
  private static Instant hour(int hour) {
    return Instant.parse("2026-11-23T00:00:00Z").plusSeconds(3600L * hour);
  }

  @Test
  void checksAndStepsStandInOneListTheNewestFirst() {
    Check call =
        new Check(
            CheckItem.CALL_BACK,
            CheckOutcome.DONE,
            "Ms Costa",
            "+351 1",
            "Register",
            1,
            "One",
            hour(2));
    VettingStep asked =
        new VettingStep(VettingStep.Kind.ASKED_MORE, null, "Send it", 1L, "One", hour(1));
    VettingStep decided =
        new VettingStep(
            VettingStep.Kind.DECIDED, VettingStep.Outcome.REFUSED, "No", 2L, "Two", hour(4));
    VettingCase application =
        new VettingCase(
            "APP-2026-00001",
            ApplicationState.REFUSED,
            3,
            new VettingCase.Person(
                "G", "g@x.example", "x.example", false, null, Capacity.PRIMARY, false, false),
            null,
            new VettingCase.Dates(hour(3), 0, null, false, null, null, null, null, null),
            new VettingCase.Words("Send it", "Here", "No", null),
            List.of(),
            List.of(),
            List.of(),
            List.of(call),
            List.of(call),
            List.of(),
            List.of(decided, asked),
            null);
    List<HistoryLine> lines = HistoryLine.of(application);
    assertEquals(
        List.of(
            "Decided: refused",
            "Came in again",
            "Call-back to the switchboard: done",
            "More was asked for"),
        lines.stream().map(HistoryLine::what).toList());
    assertEquals("Ms Costa. Called +351 1, from: Register", lines.get(2).reason());
  }
}
