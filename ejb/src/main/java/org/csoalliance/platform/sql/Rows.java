package org.csoalliance.platform.sql;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL of repositories: values in the order of the question marks, rows into records. */
public final class Rows {
  private Rows() {}

  /** Makes a record of the row that the cursor stands on. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads one row. */
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Every row of a query.
   *
   * @param connection of the transaction that runs
   * @param values an {@link Instant} is sent as a time with zone; null is allowed
   */
  public static <T> List<T> list(
      Connection connection, String sql, List<?> values, Reading<T> reading) {
    try (PreparedStatement select = prepare(connection, sql, values);
        ResultSet row = select.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (row.next()) {
        found.add(reading.read(row));
      }
      return found;
    } catch (SQLException failed) {
      throw new PersistenceException(failed.getMessage(), failed);
    }
  }

  /** The first row of a query. */
  public static <T> Optional<T> first(
      Connection connection, String sql, List<?> values, Reading<T> reading) {
    return list(connection, sql, values, reading).stream().findFirst();
  }

  /** Changes rows and tells how many. */
  public static int change(Connection connection, String sql, List<?> values) {
    try (PreparedStatement update = prepare(connection, sql, values)) {
      return update.executeUpdate();
    } catch (SQLException failed) {
      throw new PersistenceException(failed.getMessage(), failed);
    }
  }

  /** A time of the row, null where it has none. */
  public static Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static PreparedStatement prepare(Connection connection, String sql, List<?> values)
      throws SQLException {
    if (connection == null) {
      throw new IllegalStateException("SQL runs in a transaction only");
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.size(); i++) {
        Object value = values.get(i);
        if (value == null) {
          statement.setNull(i + 1, Types.NULL);
        } else if (value instanceof Instant time) {
          statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
        } else {
          statement.setObject(i + 1, value);
        }
      }
      return statement;
    } catch (SQLException failed) {
      statement.close();
      throw failed;
    }
  }
}
