package org.csoalliance.incident;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings what older versions of the platform kept to what this one asks for. Seals answers that lie
 * plain: those kept before they were sealed, those that came while no key was set, and those that
 * an older node still writes; at the start, then every ten minutes. At the start it also asks for
 * an editor's look at reports that are older than that rule.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class SealingTimer {
  private static final Logger LOG = Logger.getLogger(SealingTimer.class.getName());

  @Inject private SealingService sealing;
  @Inject private ReviewSweepService reviews;
  @Resource private TimerService timers;

  @PostConstruct
  void start() {
    timers.createSingleActionTimer(0, new TimerConfig("seal", false));
  }

  /** The turn after the start. */
  @Timeout
  public void atStart() {
    seal();
    try {
      for (long last = reviews.sweep(0); last >= 0; last = reviews.sweep(last)) {
        LOG.log(Level.FINE, "Looked for deaths and minors up to incident {0}", last);
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "Older reports could not be looked through", failed);
    }
  }

  /** Every ten minutes. */
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  public void seal() {
    try {
      int sealed = 0;
      for (int batch = sealing.seal(); batch > 0; batch = sealing.seal()) {
        sealed += batch;
      }
      if (sealed > 0) {
        LOG.log(Level.INFO, "Sealed {0} rows of answers that lay plain", sealed);
      }
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "Answers could not be sealed; the next turn tries again", failed);
    }
  }
}
