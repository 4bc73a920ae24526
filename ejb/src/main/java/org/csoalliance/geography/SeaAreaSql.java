package org.csoalliance.geography;

import java.util.Collections;
import org.csoalliance.platform.sharing.SqlCondition;

/** The condition that a place lies in a named area, for queries of other features. */
public final class SeaAreaSql {
  private SeaAreaSql() {}

  /**
   * True where the place lies in the area or on its line, false or unknown elsewhere. The line is
   * read once a statement, and the box round it comes first, which an index can serve.
   *
   * @param slug of the area; one that does not exist holds nothing
   * @param latitude the column, in degrees; from code, never from input
   * @param longitude the column, in degrees
   */
  public static SqlCondition inside(String slug, String latitude, String longitude) {
    String of = " from sea_area sa where sa.slug = ?)";
    String sql =
        "("
            + latitude
            + " between (select sa.south"
            + of
            + " and (select sa.north"
            + of
            + " and case when (select sa.west <= sa.east"
            + of
            + " then "
            + longitude
            + " between (select sa.west"
            + of
            + " and (select sa.east"
            + of
            + " else "
            + longitude
            + " >= (select sa.west"
            + of
            + " or "
            + longitude
            + " <= (select sa.east"
            + of
            + " end and ((select sa.outline::polygon"
            + of
            + " @> point("
            + longitude
            + ", "
            + latitude
            + ") or (select sa.outline::polygon"
            + of
            + " @> point("
            + longitude
            + " + 360, "
            + latitude
            + ")))";
    return new SqlCondition(sql, Collections.<Object>nCopies(9, slug));
  }
}
