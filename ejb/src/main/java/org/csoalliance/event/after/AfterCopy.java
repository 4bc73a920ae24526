package org.csoalliance.event.after;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.event.EventCopied;

/** A copy of an event keeps its settings, its reminders and the questions of its evaluation. */
@Dependent
public class AfterCopy {
  @Inject private AfterRepository after;

  /** Copies them in the transaction of the copy. */
  public void copied(@Observes EventCopied copied) {
    after.copy(copied.fromId(), copied.toId());
  }
}
