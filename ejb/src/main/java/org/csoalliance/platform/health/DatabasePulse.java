package org.csoalliance.platform.health;

import jakarta.annotation.PostConstruct;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Feels every five seconds whether the database answers, so that nobody who wants to know has to
 * wait for it: a request that asked a hanging database itself would hang as well, and with some
 * dozens of them the node would have no thread left.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class DatabasePulse {
  private static final Logger LOG = Logger.getLogger(DatabasePulse.class.getName());
  private static final long LIMIT_NANOS = 2_000_000_000L;
  private static final long NOBODY_ASKS = Long.MIN_VALUE;

  @Inject private HealthRepository database;

  private final AtomicLong askedAt = new AtomicLong(NOBODY_ASKS);
  private volatile boolean answered;

  /** Called by the timer. A question that hangs is not asked a second time. */
  @PostConstruct
  @Schedule(second = "*/5", minute = "*", hour = "*", persistent = false, info = "pulse")
  public void beat() {
    if (!askedAt.compareAndSet(NOBODY_ASKS, System.nanoTime())) {
      return;
    }
    boolean before = answered;
    try {
      database.ask();
      answered = true;
    } catch (SQLException | RuntimeException failed) {
      answered = false;
      LOG.log(Level.WARNING, "The database does not answer: {0}", failed.toString());
    } finally {
      askedAt.set(NOBODY_ASKS);
    }
    if (answered && !before) {
      LOG.info("The database answers");
    }
  }

  /** Whether it answered when last asked, and is not silent for two seconds now. */
  public boolean answers() {
    long asked = askedAt.get();
    return answered && (asked == NOBODY_ASKS || System.nanoTime() - asked < LIMIT_NANOS);
  }
}
