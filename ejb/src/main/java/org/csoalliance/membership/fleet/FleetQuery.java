package org.csoalliance.membership.fleet;

import org.csoalliance.membership.ShipType;

/**
 * Which ships of the fleet are shown.
 *
 * @param text a part of a name or the beginning of a number; empty for any
 * @param type null for any
 * @param unanswered whether those alone for which nobody answers
 * @param sort the column
 * @param page from 1
 */
public record FleetQuery(String text, ShipType type, boolean unanswered, Sort sort, int page) {
  /** So many ships stand on a page. */
  public static final int SIZE = 50;

  /** All of it, by name. */
  public static final FleetQuery ALL = new FleetQuery("", null, false, Sort.NAME, 1);

  /** What the fleet is sorted by. */
  public enum Sort {
    NAME("name, imo"),
    IMO("imo"),
    TYPE("type, name, imo"),
    FLAG("flag nulls last, name, imo");

    private final String sql;

    Sort(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }
  }
}
