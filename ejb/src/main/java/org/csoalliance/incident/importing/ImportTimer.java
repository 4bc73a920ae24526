package org.csoalliance.incident.importing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes up jobs whose runner is gone, after a restart or on another node. Only one node gets a job:
 * its row is locked when it is claimed.
 */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class ImportTimer {
  private static final Logger LOG = Logger.getLogger(ImportTimer.class.getName());

  @Inject private ImportRunner runner;
  @Resource private TimerService timers;

  /**
   * Has what waits taken up at once, in the background. By a timer and not asynchronously: a thread
   * that a pool of Payara starts on behalf of a caller of ours keeps the class loader of its
   * deployment as long as it lives.
   */
  public void soon() {
    timers.createSingleActionTimer(0, new TimerConfig("import", false));
  }

  /** The turn that {@link #soon} asked for. */
  @Timeout
  public void asked() {
    takeUp();
  }

  /** Every ten seconds, unless the turn before still works. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void takeUp() {
    try {
      runner.run();
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "Imports could not be taken up; the next turn tries again", failed);
    }
  }
}
