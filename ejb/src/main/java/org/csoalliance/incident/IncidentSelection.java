package org.csoalliance.incident;

import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SharingPolicy;
import org.csoalliance.platform.sharing.SqlCondition;

/** What a filter selects for a reader, for the queries of other rooms of incidents. */
public final class IncidentSelection {
  private IncidentSelection() {}

  /**
   * The condition on {@code incident i} that list, map and exports share, for a query over many
   * rows; the sharing policy is part of it.
   *
   * @param filter with a port by its position, see {@link FilterPlaces}
   */
  public static SqlCondition of(IncidentFilter filter, Reader reader) {
    SqlText sql = new SqlText();
    IncidentConditions.addForMany(sql, filter, reader);
    return new SqlCondition("(" + sql.sql() + ")", sql.parameters());
  }

  /**
   * The condition that the reader may read {@code incident i}, and that it is no second account of
   * an event that the reader sees anyway: for counts without a filter.
   */
  public static SqlCondition once(Reader reader) {
    SqlText sql = new SqlText().add("(");
    sql.add(SharingPolicy.mayRead(reader, "i", IncidentConditions.PUBLISHED));
    IncidentConditions.once(sql, reader);
    sql.add(")");
    return new SqlCondition(sql.sql(), sql.parameters());
  }
}
