package org.csoalliance.it.harness;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The running application as the tests reach it; the session of the tests sets its properties. */
public final class Site {
  private Site() {}

  /** The address of the application, with a slash at the end. */
  public static URI base() {
    return URI.create(System.getProperty("alliance.it.base"));
  }

  /** The address of the mail catcher's interface, with a slash at the end. */
  public static URI mail() {
    return URI.create(System.getProperty("alliance.it.mail"));
  }

  /** Runs statements past the application, as a database administrator could. */
  public static void sql(String... statements) {
    try (Connection connection = connect();
        Statement each = connection.createStatement()) {
      for (String statement : statements) {
        each.execute(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of the first row as text, null when there is no row. */
  public static String query(String query) {
    try (Connection connection = connect();
        Statement each = connection.createStatement();
        ResultSet rows = each.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(System.getProperty("alliance.it.jdbc"));
  }
}
