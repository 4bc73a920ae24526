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

  @EJB private PublishingJobs jobs;

  private final AtomicBoolean asking = new AtomicBoolean();
  private final AtomicBoolean working = new AtomicBoolean();

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
