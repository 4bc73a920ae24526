package org.csoalliance.incident.attachment;

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

/** Has files scanned: at once when one came in, and every ten seconds what is due again. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class AttachmentScanTimer {
  private static final Logger LOG = Logger.getLogger(AttachmentScanTimer.class.getName());

  @Inject private AttachmentScanRunner runner;
  @Resource private TimerService timers;

  /** Has what is due scanned at once, in the background. */
  public void soon() {
    timers.createSingleActionTimer(0, new TimerConfig("scan", false));
  }

  /** The turn that {@link #soon} asked for. */
  @Timeout
  public void asked() {
    scan();
  }

  /** Every ten seconds. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void scan() {
    try {
      runner.run();
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "Files could not be scanned; the next turn tries again", failed);
    }
  }
}
