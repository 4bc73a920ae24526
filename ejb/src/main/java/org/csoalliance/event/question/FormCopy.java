package org.csoalliance.event.question;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.csoalliance.event.EventCopied;

/** A copy of an event asks what the event asks now; after its categories, which questions name. */
@Dependent
public class FormCopy {
  @Inject private FormRepository forms;
  @Inject private Clock clock;

  /** Copies the newest version of both forms in the transaction of the copy. */
  public void copied(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 100) EventCopied copied) {
    forms.copy(copied.fromId(), copied.toId(), clock.instant());
  }
}
