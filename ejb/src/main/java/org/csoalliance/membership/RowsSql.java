package org.csoalliance.membership;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Statements of the repositories whose rows become records, on the connection of the caller's
 * transaction. Entities that wait in the entity manager are not written by it.
 */
public final class RowsSql {
  /** Reads the row that the cursor stands on. */
  public interface Reading<T> {
    /** One row. */
    T read(ResultSet row) throws SQLException;
  }

  private RowsSql() {}

  /** All rows of a query. Values may be texts, numbers, days, instants, lists of texts and null. */
  public static <T> List<T> list(
      Connection connection, String sql, Reading<T> reading, Object... values) {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(connection, select, values);
      List<T> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(reading.read(row));
        }
      }
      return found;
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }

  /** Runs a change and tells how many rows it changed. */
  public static int change(Connection connection, String sql, Object... values) {
    try (PreparedStatement change = connection.prepareStatement(sql)) {
      bind(connection, change, values);
      return change.executeUpdate();
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }

  /** A day, null when the column is empty. */
  public static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** A moment, null when the column is empty. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /**
   * The pattern that finds the words anywhere in a text; what has a meaning there is taken away.
   */
  public static String anywhere(String typed) {
    return '%' + typed.strip().replaceAll("[\\\\%_]", "\\\\$0") + '%';
  }

  private static void bind(Connection connection, PreparedStatement statement, Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant at) {
        value = at.atOffset(ZoneOffset.UTC);
      } else if (value instanceof Collection<?> texts) {
        value = connection.createArrayOf("text", texts.toArray());
      } else if (value instanceof Enum<?> constant) {
        value = constant.name();
      }
      statement.setObject(i + 1, value);
    }
  }
}
