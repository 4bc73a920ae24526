package org.csoalliance.event.registration;

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

/** Looks every ten seconds for offers that have ended, on each node. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class WaitingTimer {
  private static final Logger LOG = Logger.getLogger(WaitingTimer.class.getName());

  @EJB private WaitingRound round;

  /** One transaction an event. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "waiting lists")
  public void turn() {
    try {
      for (Long event : round.due()) {
        round.handOn(event);
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "A waiting list could not be moved on; it is tried again", failed);
    }
  }
}
