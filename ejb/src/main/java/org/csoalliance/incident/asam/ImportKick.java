package org.csoalliance.incident.asam;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Starts the runner as soon as a job is committed; without it the timer would, a little later. */
@Dependent
public class ImportKick {
  @Inject private ImportRunner runner;

  void started(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportStarted started) {
    runner.runSoon();
  }
}
