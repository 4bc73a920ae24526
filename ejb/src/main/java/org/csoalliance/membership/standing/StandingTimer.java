package org.csoalliance.membership.standing;

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
 * Calls the daily round. It turns each hour, so that a day on which a node was down is not missed;
 * what was done is not done again.
 */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class StandingTimer {
  private static final Logger LOG = Logger.getLogger(StandingTimer.class.getName());

  @EJB private StandingRound round;

  /** Reminders first, then the ends. */
  @Schedule(hour = "*", minute = "17", persistent = false, info = "standing")
  public void turn() {
    try {
      int reminded = round.remind();
      int ended = 0;
      int some;
      do {
        some = round.lapse();
        ended += some;
      } while (some > 0);
      if (reminded + ended > 0) {
        LOG.info("Memberships: " + reminded + " reminded, " + ended + " ended");
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(
          Level.WARNING, "The round over memberships failed; the next hour tries again", failed);
    }
  }
}
