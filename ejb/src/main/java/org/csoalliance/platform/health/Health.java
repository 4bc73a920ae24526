package org.csoalliance.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Whether this node can serve. An answer comes within two seconds even when the database hangs: the
 * question runs in a thread of its own, and a question that hangs is not asked a second time.
 */
@ApplicationScoped
public class Health {
  private static final Logger LOG = Logger.getLogger(Health.class.getName());
  private static final long LIMIT_MILLIS = 1900;

  @Resource private ManagedExecutorService executor;
  @Inject private HealthRepository database;
  @Inject private StartUp startUp;
  private Future<?> question;

  /** Whether the schema is migrated and the data of this deployment is loaded. */
  public boolean started() {
    return startUp.complete();
  }

  /** Whether the database answers and everything is loaded; at most two seconds. */
  public boolean ready() {
    return started() && databaseAnswers();
  }

  /** Whether the database answers a small question; at most two seconds. */
  public boolean databaseAnswers() {
    try {
      ask().get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | RejectedExecutionException slow) {
      LOG.warning("The database does not answer in time");
    } catch (ExecutionException failed) {
      LOG.log(Level.WARNING, "The database does not answer: {0}", failed.getCause().toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private synchronized Future<?> ask() {
    if (question == null || question.isDone()) {
      question =
          executor.submit(
              () -> {
                database.ask();
                return null;
              });
    }
    return question;
  }

  /** Unsent mails by state; empty when the database does not answer. */
  public Map<String, Long> unsentMails() {
    try {
      return databaseAnswers() ? database.unsentMails() : Map.of();
    } catch (java.sql.SQLException failed) {
      LOG.log(Level.WARNING, "The database does not answer: {0}", failed.toString());
      return Map.of();
    }
  }
}
