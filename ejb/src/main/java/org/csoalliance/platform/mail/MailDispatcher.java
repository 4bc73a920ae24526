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
 * leader. One round runs at a time on a node, each over a connection of its own; while there is
 * more than one takes at once, further timers help. They are timers, since threads of our own would
 * keep the class loader.
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

  /** Connections to the mail server at once: mail servers allow one client some ten or more. */
  private static final int MOST_TURNS = 4;

  private final Semaphore turns = new Semaphore(MOST_TURNS);
  private volatile boolean stopping;
  private volatile boolean plenty;
  private Instant pausedUntil = Instant.MIN;
  private int timesDown;

  /** Called by the timer: sends until nothing is due, the turn is over or the server is down. */
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "outbox")
  public void dispatch() {
    turn();
  }

  /** Called by the other timers: helps while the outbox holds plenty. */
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "outbox, 2nd")
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "outbox, 3rd")
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "outbox, 4th")
  public void help() {
    if (plenty) {
      turn();
    }
  }

  private void turn() {
    if (stopping || paused() || !turns.tryAcquire()) {
      return;
    }
    try {
      MailQueue queue = new MailQueue(migrator.dataSource());
      MailRound round = new MailRound(queue, transport, clock, ThreadLocalRandom.current());
      Instant end = clock.instant().plus(LONGEST_TURN);
      MailRound.Result result;
      do {
        result = round.run(() -> stopping);
        plenty = result.more();
        pause(result);
      } while (result.more() && !result.down() && !stopping && clock.instant().isBefore(end));
    } catch (SQLException | RuntimeException failed) {
      LOG.log(
          Level.WARNING, "The outbox could not be worked on; the next turn tries again", failed);
    } finally {
      turns.release();
    }
  }

  private synchronized boolean paused() {
    return clock.instant().isBefore(pausedUntil);
  }

  private synchronized void pause(MailRound.Result result) {
    if (result.down() && paused()) {
      return; // another connection has told already
    }
    if (result.down()) {
      Duration pause = Duration.ofSeconds(5L << Math.min(timesDown++, 6));
      pausedUntil =
          clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    } else if (result.sent() > 0) {
      timesDown = 0;
    }
  }

  /** Ends between two mails, and waits for those that are on their way. */
  @PreDestroy
  void stop() {
    stopping = true;
    try {
      if (!turns.tryAcquire(MOST_TURNS, 25, TimeUnit.SECONDS)) {
        LOG.warning("The mail server did not answer while the application stopped");
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
