package org.csoalliance.web.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.statistics.Figure;
import org.csoalliance.platform.sharing.SmallCount;

/** Years with their months, their sum, and the running total since the first one. */
public final class YearTable {
  private YearTable() {}

  /**
   * A year.
   *
   * @param months twelve cells; empty before the first and after the last month of the selection
   * @param running since the first year of the selection; "few" months add what may be said
   */
  public record Year(String year, List<String> months, String sum, String running) {}

  static List<Year> of(List<Figure> months, List<Figure> years) {
    Map<String, String[]> cells = new LinkedHashMap<>();
    for (Figure month : months) {
      String[] row = cells.computeIfAbsent(month.key().substring(0, 4), key -> blank());
      row[Integer.parseInt(month.key().substring(5, 7)) - 1] = month.count().words();
    }
    List<Year> table = new ArrayList<>();
    long running = 0;
    boolean few = false;
    for (Figure year : years) {
      SmallCount count = year.count();
      running += count.shown();
      few |= count.few();
      table.add(
          new Year(
              year.key(),
              List.of(cells.getOrDefault(year.key(), blank())),
              count.words(),
              (few ? "over " : "") + String.format(Locale.ENGLISH, "%,d", running)));
    }
    return table;
  }

  private static String[] blank() {
    String[] row = new String[12];
    java.util.Arrays.fill(row, "");
    return row;
  }
}
