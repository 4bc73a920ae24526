package org.csoalliance.incident;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.sharing.SqlCondition;

/** A statement that grows, with its parameters in the order of its question marks. */
final class SqlText {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  SqlText add(String part, Object... values) {
    sql.append(part);
    parameters.addAll(List.of(values));
    return this;
  }

  SqlText add(SqlCondition condition) {
    sql.append(condition.sql());
    parameters.addAll(condition.parameters());
    return this;
  }

  /** A list of question marks in brackets, for {@code in}. */
  SqlText in(Iterable<?> values) {
    String separator = " in (";
    for (Object value : values) {
      sql.append(separator).append('?');
      parameters.add(value instanceof Enum<?> constant ? constant.name() : value);
      separator = ", ";
    }
    sql.append(')');
    return this;
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  /** What a row means. */
  interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /**
   * Runs it and reads all rows.
   *
   * @param connection of the transaction; null outside of one, which is refused
   */
  <T> List<T> rows(Connection connection, RowMapper<T> mapper) {
    if (connection == null) {
      throw new IllegalStateException("Incidents are read in a transaction only");
    }
    try (PreparedStatement statement = prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(mapper.map(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new PersistenceException("Incidents could not be read", e);
    }
  }

  /** The statement with its parameters; moments as the database wants them. */
  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql());
    int index = 1;
    for (Object value : parameters()) {
      Object bound = value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
      statement.setObject(index++, bound);
    }
    return statement;
  }
}
