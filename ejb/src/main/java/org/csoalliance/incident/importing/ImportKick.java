package org.csoalliance.incident.importing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Has a job taken up as soon as it is committed, without waiting for the timer's next turn. */
@Dependent
public class ImportKick {
  @Inject private ImportTimer timer;

  void started(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportStarted started) {
    timer.soon();
  }
}
