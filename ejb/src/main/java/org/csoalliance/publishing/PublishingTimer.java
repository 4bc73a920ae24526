package org.csoalliance.publishing;

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

/** Sees every two seconds, on every node, what is published elsewhere and what is due. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class PublishingTimer {
  private static final Logger LOG = Logger.getLogger(PublishingTimer.class.getName());
  private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

  @Inject private Clock clock;

  @EJB private PublishingJobs jobs;
  @EJB private EditionService editions;

  private final AtomicBoolean asking = new AtomicBoolean();
  private final AtomicBoolean working = new AtomicBoolean();
  private final AtomicBoolean mailing = new AtomicBoolean();
  private final AtomicBoolean suspending = new AtomicBoolean();

  /** Called by the timer: asks what other nodes have published. */
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "news")
  public void ask() {
    alone(asking, jobs::ask);
  }

  /** Called by the timer: publishes what is due. */
  @Schedule(second = "1/2", minute = "*", hour = "*", persistent = false, info = "bulletins")
  public void work() {
    alone(
        working,
        () -> {
          boolean more = true;
          while (more) {
            more = jobs.publishDue();
          }
        });
  }

  /** Called by the timer: writes mails of bulletins, a batch a transaction, for one turn. */
  @Schedule(second = "*/2", minute = "*", hour = "*", persistent = false, info = "editions")
  public void mail() {
    alone(
        mailing,
        () -> {
          Instant end = clock.instant().plus(LONGEST_TURN);
          boolean more = true;
          while (more && clock.instant().isBefore(end)) {
            boolean asked = editions.question();
            more = editions.write() || asked;
          }
        });
  }

  /** Called by the timer: suspends whoever's mails are refused. */
  @Schedule(second = "30", minute = "*", hour = "*", persistent = false, info = "refused mails")
  public void suspend() {
    alone(suspending, editions::suspend);
  }

  private static void alone(AtomicBoolean busy, Runnable work) {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "The news could not be worked on; the next turn tries again", failed);
    } finally {
      busy.set(false);
    }
  }
}
