package org.csoalliance.event.registration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.csoalliance.event.EventCopied;

/** A copy of an event has its categories and rules; before the questions, which name categories. */
@Dependent
public class SetupCopy {
  @Inject private SetupRepository setups;

  /** Copies them in the transaction of the copy. */
  public void copied(@Observes @Priority(Interceptor.Priority.APPLICATION) EventCopied copied) {
    setups.copy(copied.fromId(), copied.toId());
  }
}
