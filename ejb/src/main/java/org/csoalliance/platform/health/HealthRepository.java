package org.csoalliance.platform.health;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
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
 *
 * <p>It is an EJB so that the connection belongs to it: Payara books a connection opened in a
 * managed thread on the servlet that began the work, and never forgets that servlet again.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class HealthRepository {

  @EJB private SchemaMigrator schema;

  /**
   * Asks for one row of a migrated table.
   *
   * @throws SQLException when the database does not answer, or was never migrated
   */
  public void ask() throws SQLException {
    try (Connection connection = schema.dataSource().getConnection();
        Limit ignored = Limit.of(connection);
        Statement statement = connection.createStatement()) {
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
        Limit ignored = Limit.of(connection);
        Statement statement = connection.createStatement()) {
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

  /**
   * Two seconds for each answer, by the socket: a query timeout would start the driver's timer
   * thread, which outlives this deployment and keeps its class loader.
   */
  private record Limit(Connection connection, int before) implements AutoCloseable {
    private static final int MILLIS = 2000;

    static Limit of(Connection connection) throws SQLException {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, MILLIS);
      return new Limit(connection, before);
    }

    @Override
    public void close() throws SQLException {
      connection.setNetworkTimeout(Runnable::run, before);
    }
  }
}
