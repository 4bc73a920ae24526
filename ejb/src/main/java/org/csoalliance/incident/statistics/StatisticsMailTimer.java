package org.csoalliance.incident.statistics;

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
 * Calls the round of daily mails from 05 UTC on, each hour, so that a day on which a node was down
 * is not missed; who was served is not served again.
 */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class StatisticsMailTimer {
  private static final Logger LOG = Logger.getLogger(StatisticsMailTimer.class.getName());

  @EJB private StatisticsMailRound round;

  /** Until nobody is left. */
  @Schedule(hour = "5-23", minute = "23", timezone = "UTC", persistent = false, info = "statistics")
  public void turn() {
    try {
      int served = 0;
      int some;
      do {
        some = round.some();
        served += some;
      } while (some > 0);
      if (served > 0) {
        LOG.info("Daily figures: " + served + " served");
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "The daily figures failed; the next hour tries again", failed);
    }
  }
}
