package org.csoalliance.event.desk;

import java.util.List;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventQuota;

/**
 * One page of the table.
 *
 * @param event whose it is
 * @param choices categories and sessions to filter by, and all else that can be full
 * @param total how many the filter finds
 * @param next cursor of the next page; null: this is the last
 * @param columns that the reader chose
 */
public record DeskPage(
    EventDesk event,
    List<EventQuota> choices,
    List<DeskRow> rows,
    int total,
    String next,
    List<DeskColumn> columns) {
  /** Copies the lists. */
  public DeskPage {
    choices = List.copyOf(choices);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }
}
