package org.csoalliance.platform.mail;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.platform.schema.SchemaMigrator;

/**
 * Sends what lies in the outbox, on every node at once: the rows are shared by locks, not by a
 * leader. One round runs at a time on a node.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class MailDispatcher {
  private static final Logger LOG = Logger.getLogger(MailDispatcher.class.getName());
  private static final Duration LONGEST_TURN = Duration.ofSeconds(20);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  @Inject private SchemaMigrator migrator;
  @Inject private MailTransport transport;
  @Inject private Clock clock;

  private final Semaphore turn = new Semaphore(1);
  private volatile boolean stopping;
  private volatile Instant pausedUntil = Instant.MIN;
  private volatile int timesDown;

  /** Called by the timer: sends until nothing is due, the turn is over or the server is down. */
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "outbox")
  public void dispatch() {
    if (stopping || clock.instant().isBefore(pausedUntil) || !turn.tryAcquire()) {
      return;
    }
    try {
      MailQueue queue = new MailQueue(migrator.dataSource());
      MailRound round = new MailRound(queue, transport, clock, ThreadLocalRandom.current());
      Instant end = clock.instant().plus(LONGEST_TURN);
      MailRound.Result result;
      do {
        result = round.run(() -> stopping);
        pause(result);
      } while (result.more() && !result.down() && !stopping && clock.instant().isBefore(end));
    } catch (SQLException | RuntimeException failed) {
      LOG.log(
          Level.WARNING, "The outbox could not be worked on; the next turn tries again", failed);
    } finally {
      turn.release();
    }
  }

  private void pause(MailRound.Result result) {
    if (result.down()) {
      Duration pause = Duration.ofSeconds(5L << Math.min(timesDown++, 6));
      pausedUntil =
          clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    } else if (result.sent() > 0) {
      timesDown = 0;
    }
  }

  /** Ends between two mails, and waits for the one that is on its way. */
  @PreDestroy
  void stop() {
    stopping = true;
    try {
      if (!turn.tryAcquire(25, TimeUnit.SECONDS)) {
        LOG.warning("The mail server did not answer while the application stopped");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
