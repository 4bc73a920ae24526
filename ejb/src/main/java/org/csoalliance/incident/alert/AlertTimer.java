package org.csoalliance.incident.alert;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns alerts that are due into mails, every two seconds on every node. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class AlertTimer {
  private static final Logger LOG = Logger.getLogger(AlertTimer.class.getName());
  private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

  @EJB private AlertMailService mails;
  @Inject private Clock clock;

  private final AtomicBoolean busy = new AtomicBoolean();

  /** Called by the timer: works until nothing is due or the turn is over. */
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "alerts")
  public void turn() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      Instant end = clock.instant().plus(LONGEST_TURN);
      while (mails.write() > 0 && clock.instant().isBefore(end)) {
        continue; // a batch a transaction
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "Alerts could not be mailed; the next turn tries again", failed);
    } finally {
      busy.set(false);
    }
  }
}
