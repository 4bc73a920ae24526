package org.csoalliance.it.bench;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.IncidentListRepository;
import org.csoalliance.incident.IncidentListService;
import org.csoalliance.incident.IncidentPage;
import org.csoalliance.platform.geo.Box;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * The services of the list outside of a server, over one connection: what a query costs is measured
 * without the cost of HTTP, which would hide it.
 */
final class Services {
  private final Connection connection;
  private final IncidentListService list;
  private PreparedStatement asked;

  /** For the reader behind an account such as {@code member@demo.example}. */
  Services(Connection connection, String email) throws SQLException {
    this.connection = connection;
    CallerContext caller = new CallerContext();
    caller.set(reader(connection, email));
    this.list = new IncidentListService(new IncidentListRepository(over(heard()), null), caller);
  }

  private static Reader reader(Connection connection, String email) throws SQLException {
    String sql =
        "select r.* from account_reader r join account a on a.id = r.account_id"
            + " where a.email_key = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, email);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Reader.of(
            row.getLong("account_id"),
            row.getString("name"),
            row.getObject("company_id", Long.class),
            row.getString("roles"),
            row.getBoolean("read_only"),
            row.getString("groups"),
            row.getString("agreement"));
      }
    }
  }

  private static EntityManager over(Connection connection) {
    return (EntityManager)
        Proxy.newProxyInstance(
            Services.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "unwrap" -> connection;
                  case "flush" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** A page of so many rows of what an address selects, such as {@code text=robbers}. */
  IncidentPage page(Map<String, List<String>> selection, int rows, String cursor) {
    IncidentFilter filter =
        selection.isEmpty() ? IncidentFilter.ALL : IncidentFilter.parse(selection);
    return list.page(filter, rows, cursor, false);
  }

  /** The statement that the map sends for this reader, its values written into it. */
  String mapStatement(Box box, int zoom) {
    list.map(IncidentFilter.ALL, box, zoom);
    return asked.toString();
  }

  /** The connection, which keeps what it was asked last. */
  private Connection heard() {
    return (Connection)
        Proxy.newProxyInstance(
            Services.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              Object answer = method.invoke(connection, arguments);
              if (answer instanceof PreparedStatement statement) {
                asked = statement;
              }
              return answer;
            });
  }

  /** Reads all rows of a query to the last column. */
  void plain(String sql, Object... values) {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          for (int i = 1; i <= columns; i++) {
            row.getString(i);
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
