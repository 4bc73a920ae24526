package org.csoalliance.platform.data;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks every hour whether the retention job has run today, so that a node that was down at one hour
 * does it at the next. The job itself runs once a day over all nodes.
 */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class RetentionTimer {
  private static final Logger LOG = Logger.getLogger(RetentionTimer.class.getName());

  @EJB private RetentionRunner runner;

  /** Every hour, off the full hour. */
  @Schedule(hour = "*", minute = "17", persistent = false, info = "retention")
  public void hourly() {
    try {
      if (runner.run()) {
        LOG.info("What was over by the rules of retention is removed");
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "The retention job failed; the next hour tries again", failed);
    }
  }
}
