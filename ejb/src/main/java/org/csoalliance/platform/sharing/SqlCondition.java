package org.csoalliance.platform.sharing;

import java.util.List;

/**
 * A condition for a query.
 *
 * @param sql with a question mark for each parameter; stands in brackets where it needs them
 * @param parameters in the order of the question marks, never null inside
 */
public record SqlCondition(String sql, List<Object> parameters) {
  /** Copies the parameters. */
  public SqlCondition {
    parameters = List.copyOf(parameters);
  }
}
