package org.csoalliance.event.door;

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

/** Looks every quarter of an hour for events that are over, on each node. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class NoShowTimer {
  private static final Logger LOG = Logger.getLogger(NoShowTimer.class.getName());

  @EJB private NoShowRound round;

  /** One transaction. */
  @Schedule(hour = "*", minute = "*/15", persistent = false, info = "who did not come")
  public void turn() {
    try {
      round.mark();
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "Who did not come could not be marked; it is tried again", failed);
    }
  }
}
