package org.csoalliance.event;

/**
 * The order of a waiting line, as SQL over rows of {@code registration}: the higher priority first,
 * then the place that was drawn, then who came first, then the number. Offers, the page of the
 * person, the public page and the organiser's desk take it from here, so that nobody is told a
 * place that is not theirs. The index {@code registration_waiting} has the same order.
 */
public final class LineSql {
  private static final String UNDRAWN = "2147483647";

  private LineSql() {}

  /** What to order by, of the rows with this alias. */
  public static String order(String alias) {
    return "%1$s.priority desc, %2$s, %1$s.joined_at, %1$s.id".formatted(alias, drawn(alias));
  }

  /** The same from the end of the line. */
  public static String backwards(String alias) {
    return "%1$s.priority, %2$s desc, %1$s.joined_at desc, %1$s.id desc"
        .formatted(alias, drawn(alias));
  }

  /**
   * The place of the row, from 1, those with an offer among the places; null for who does not wait.
   * Counted from the end of the line.
   *
   * @param alias of the row, not {@code w}
   */
  public static String place(String alias) {
    String behind =
        " - (select count(*) from registration w where w.event_id = %1$s.event_id and w.state ="
            + " 'WAITLISTED' and ";
    return ("case when %1$s.state = 'WAITLISTED' then (select w.waiting from event_quota w where"
            + " w.event_id = %1$s.event_id and w.kind = 'EVENT')"
            + behind
            + "w.priority < %1$s.priority)"
            + behind
            + "w.priority = %1$s.priority and (%3$s, w.joined_at, w.id) > (%2$s, %1$s.joined_at,"
            + " %1$s.id)) end")
        .formatted(alias, drawn(alias), drawn("w"));
  }

  /** One text that sorts, with the number behind it, as {@link #order} does. */
  public static String key(String alias) {
    return ("lpad(cast(100000 - %1$s.priority as text), 7, '0') || lpad(cast(%2$s as text), 10, '0')"
            + " || to_char(%1$s.joined_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')")
        .formatted(alias, drawn(alias));
  }

  private static String drawn(String alias) {
    return "coalesce(" + alias + ".drawn, " + UNDRAWN + ")";
  }
}
