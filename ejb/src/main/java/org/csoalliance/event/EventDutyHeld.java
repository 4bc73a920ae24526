package org.csoalliance.event;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;

/** Duties in the copy of a person's data, and their end when the person goes. */
@Dependent
public class EventDutyHeld {
  private EventDutyRepository duties;

  /** For CDI. */
  protected EventDutyHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public EventDutyHeld(EventDutyRepository duties) {
    this.duties = duties;
  }

  /** Adds the duties. */
  public void asked(@Observes DataAsked asked) {
    asked.add("event-duties", duties.held(asked.accountId()));
  }

  /** Who is gone does nothing at an event any more. */
  public void erased(@Observes AccountErased erased) {
    duties.erase(erased.accountId());
  }
}
