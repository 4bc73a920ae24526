package org.csoalliance.event.desk;

import java.util.List;

/**
 * One page of the table.
 *
 * @param total how many the filter finds
 * @param next cursor of the next page; null: this is the last
 * @param columns that the reader chose
 */
public record DeskPage(List<DeskRow> rows, int total, String next, List<DeskColumn> columns) {
  /** Copies the lists. */
  public DeskPage {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }
}
