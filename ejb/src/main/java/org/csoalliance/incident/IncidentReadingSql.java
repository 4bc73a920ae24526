package org.csoalliance.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.Shared;

/**
 * Rows of the table incident for the rooms behind it, already as one reader may see them: no room
 * has to know which columns are kept back.
 */
public final class IncidentReadingSql {
  /** The columns to select, of {@code incident i}. */
  public static final String COLUMNS = IncidentSql.ALL;

  /** When a row {@code i} counts as published. */
  public static final String PUBLISHED = IncidentConditions.PUBLISHED;

  private IncidentReadingSql() {}

  /**
   * A row as the reader may see it.
   *
   * @param summary what may be seen
   * @param shared what the sharing policy knows of it
   */
  public record Seen(IncidentSummary summary, Shared shared) {}

  /** The row that the cursor stands on. */
  public static Seen seen(ResultSet row, Reader reader) throws SQLException {
    IncidentRow read = IncidentSql.row(row);
    return new Seen(read.seenBy(reader), read.shared());
  }
}
