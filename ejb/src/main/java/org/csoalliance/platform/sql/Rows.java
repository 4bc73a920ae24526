package org.csoalliance.platform.sql;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
   * @param values texts, numbers, days and null as they are, an {@link Instant} as a time with
   *     zone, an enum by its name, a collection as an array of texts
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

  /** Every row of a query, with the values behind the reading. */
  public static <T> List<T> list(
      Connection connection, String sql, Reading<T> reading, Object... values) {
    return list(connection, sql, Arrays.asList(values), reading);
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

  /** Changes rows and tells how many. */
  public static int change(Connection connection, String sql, Object... values) {
    return change(connection, sql, Arrays.asList(values));
  }

  /**
   * Whether the database refused what was written: bad data, a constraint, a deadlock; not that it
   * gave no answer.
   */
  public static boolean refused(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().matches("(22|23|40|P0).*");
      }
    }
    return false;
  }

  /** A day of the row, null where it has none. */
  public static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** A text of the row without blanks around it, empty where it has none. */
  public static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text.strip();
  }

  /**
   * The pattern that finds the words anywhere in a text; what has a meaning there is taken away.
   */
  public static String anywhere(String typed) {
    return '%' + typed.strip().replaceAll("[\\\\%_]", "\\\\$0") + '%';
  }

  /** A time of the row, null where it has none. */
  public static Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** A statement with its values, for a caller that walks through the rows itself. */
  public static PreparedStatement prepare(Connection connection, String sql, List<?> values)
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
        } else if (value instanceof Enum<?> constant) {
          statement.setString(i + 1, constant.name());
        } else if (value instanceof Collection<?> texts) {
          statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
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
