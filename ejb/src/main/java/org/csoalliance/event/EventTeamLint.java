package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;

/** What an organiser is warned of about those who help: one statement. */
@Dependent
public class EventTeamLint {
  private static final Duration SOON = Duration.ofDays(7);

  private EventDutyRepository duties;

  /** For CDI. */
  protected EventTeamLint() {}

  /** Asks the given repository. */
  @Inject
  public EventTeamLint(EventDutyRepository duties) {
    this.duties = duties;
  }

  /** Adds the warnings. */
  public void asked(@Observes EventLintAsked asked) {
    boolean soon = !asked.now().isBefore(asked.event().summary().startsAt().minus(SOON));
    if (!asked.coming() || !soon) {
      return;
    }
    Set<EventDuty> given = duties.given(asked.event().summary().id());
    boolean room = asked.event().summary().mode() != AttendanceMode.REMOTE;
    if (room && !given.contains(EventDuty.CHECK_IN)) {
      asked.add(
          new EventWarning(
              "NOBODY_AT_THE_DOOR",
              "It begins within a week, and nobody has the duty Check-in. Only organisers can open"
                  + " the door.",
              "team",
              ""));
    }
  }
}
