package org.csoalliance.incident;

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
}
