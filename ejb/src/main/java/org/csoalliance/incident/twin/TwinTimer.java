package org.csoalliance.incident.twin;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has twins looked for every ten seconds; one turn at a time on a node. */
@Singleton
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class TwinTimer {
  private static final Logger LOG = Logger.getLogger(TwinTimer.class.getName());
  private static final int MOST_STEPS = 10;

  @Inject private TwinSearch search;
  private final AtomicBoolean turn = new AtomicBoolean();

  /** Every ten seconds, at most 2,000 incidents, the newest first: a backlog holds no report up. */
  @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
  public void seek() {
    if (!turn.compareAndSet(false, true)) {
      return;
    }
    try {
      for (int step = 0; step < MOST_STEPS && search.step() > 0; step++) {
        // the next chunk
      }
    } catch (RuntimeException failed) {
      // A timer that fails twice is taken away by the server.
      LOG.log(Level.WARNING, "Twins could not be looked for; the next turn tries again", failed);
    } finally {
      turn.set(false);
    }
  }
}
