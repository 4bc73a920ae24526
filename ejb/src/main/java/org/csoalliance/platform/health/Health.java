package org.csoalliance.platform.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether this node can serve. Every answer comes at once, also when the database hangs. */
@ApplicationScoped
public class Health {
  private static final Logger LOG = Logger.getLogger(Health.class.getName());

  @EJB private DatabasePulse pulse;
  @Inject private HealthRepository database;
  @Inject private StartUp startUp;

  /** Whether the schema is migrated and the data of this deployment is loaded. */
  public boolean started() {
    return startUp.complete();
  }

  /** Whether the database answers and everything is loaded. */
  public boolean ready() {
    return started() && databaseAnswers();
  }

  /** Whether the database answers; at most seven seconds old. */
  public boolean databaseAnswers() {
    return pulse.answers();
  }

  /** Unsent mails by state; empty when the database does not answer. */
  public Map<String, Long> unsentMails() {
    try {
      return databaseAnswers() ? database.unsentMails() : Map.of();
    } catch (SQLException failed) {
      LOG.log(Level.WARNING, "The database does not answer: {0}", failed.toString());
      return Map.of();
    }
  }
}
