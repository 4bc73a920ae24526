package org.csoalliance.platform.health;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.csoalliance.platform.schema.SchemaMigrator;

/**
 * Asks the database the few things that health and metrics need, in plain JDBC: a question about
 * health must not wait for a transaction or a persistence context.
 */
@Dependent
public class HealthRepository {
  private static final int SECONDS = 2;

  @EJB private SchemaMigrator schema;

  /**
   * Asks for one row of a migrated table.
   *
   * @throws SQLException when the database does not answer, or was never migrated
   */
  public void ask() throws SQLException {
    try (Connection connection = schema.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet row = statement.executeQuery("select number from audit_head where id = 1")) {
        if (!row.next()) {
          throw new SQLException("audit_head is empty");
        }
      }
    }
  }

  /**
   * Mails that wait or were given up, by their state.
   *
   * @throws SQLException when the database does not answer
   */
  public Map<String, Long> unsentMails() throws SQLException {
    Map<String, Long> counts = new TreeMap<>(Map.of("QUEUED", 0L, "DEAD", 0L));
    try (Connection connection = schema.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet rows =
          statement.executeQuery(
              "select state, count(*) from outbox_mail where state in ('QUEUED', 'DEAD')"
                  + " group by state")) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return counts;
  }
}
