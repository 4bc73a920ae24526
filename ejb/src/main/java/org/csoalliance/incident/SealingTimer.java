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
 * Seals answers that lie plain: those kept before they were sealed, those that came while no key
 * was set, and those that an older node still writes. At the start, then every ten minutes.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class SealingTimer {
  private static final Logger LOG = Logger.getLogger(SealingTimer.class.getName());

  @Inject private SealingService sealing;
  @Resource private TimerService timers;

  @PostConstruct
  void start() {
    timers.createSingleActionTimer(0, new TimerConfig("seal", false));
  }

  /** The turn after the start. */
  @Timeout
  public void atStart() {
    seal();
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
