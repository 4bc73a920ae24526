package org.csoalliance.web.coverage;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csoalliance.membership.coverage.Coverage;

/**
 * The picture of twelve months and today: a bar for each, and a line at the number of all ships
 * where that is near enough to be drawn to scale. Lengths are units of a drawing of 640 by 240.
 */
public final class CoverageChart {
  static final int WIDTH = 640;
  static final int HEIGHT = 240;
  private static final int LEFT = 56;
  private static final int RIGHT = 8;
  private static final int TOP = 14;
  private static final int BOTTOM = 30;
  private static final int BAR = 28;

  /** Where the whole is more than so many times what is covered, it would press the bars flat. */
  private static final int NEAR = 8;

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

  /**
   * A month end, or today.
   *
   * @param few whether the number is kept back; the bar is then a dashed stub
   * @param odd whether the name of the month is left out where there is little room
   * @param label the number over the bar, empty where none is shown
   */
  public record Bar(
      int x,
      int y,
      int width,
      int height,
      boolean few,
      boolean now,
      boolean odd,
      String label,
      String month) {
    /** The middle, where its words stand. */
    public int middle() {
      return x + width / 2;
    }
  }

  /** A level: a line of the grid with its number. */
  public record Level(int y, String label) {}

  private final List<Bar> bars = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private Level whole;

  CoverageChart(List<Coverage.DayLine> history) {
    int most =
        history.stream()
            .map(line -> line.figure().ships())
            .mapToInt(ships -> ships == null ? 0 : ships)
            .max()
            .orElse(0);
    Coverage.DayLine last = history.get(history.size() - 1);
    boolean near =
        last.figure().of() != null && most > 0 && last.figure().of().ships() <= (long) most * NEAR;
    int top = round(Math.max(4, near ? Math.max(most, last.figure().of().ships()) : most));
    for (int part = 0; part <= 4; part++) {
      int value = (int) ((long) top * part / 4);
      levels.add(new Level(y(value, top), String.format(Locale.ROOT, "%,d", value)));
    }
    if (near) {
      whole = new Level(y(last.figure().of().ships(), top), "");
    }
    double step = (WIDTH - LEFT - RIGHT) / (double) history.size();
    for (int i = 0; i < history.size(); i++) {
      Coverage.DayLine line = history.get(i);
      Integer ships = line.figure().ships();
      boolean now = i == history.size() - 1;
      int y = ships == null ? y(0, top) - 16 : y(ships, top);
      bars.add(
          new Bar(
              (int) Math.round(LEFT + step * i + (step - BAR) / 2),
              y,
              BAR,
              y(0, top) - y,
              ships == null,
              now,
              (history.size() - i) % 3 != 1,
              ships == null || !now ? "" : String.format(Locale.ROOT, "%,d", ships),
              now ? CoverageWords.fill("chart.now") : MONTH.format(line.day())));
    }
  }

  private static int y(int value, int top) {
    return HEIGHT - BOTTOM - (int) Math.round((HEIGHT - BOTTOM - TOP) * (value / (double) top));
  }

  /** The next number up that four levels part into whole ones: 4, 8, 12, 20, 40, 60, 80, 100 … */
  static int round(int most) {
    for (int ten = 1; ; ten *= 10) {
      for (int digit : new int[] {4, 8, 12, 20}) {
        if ((long) digit * ten >= most) {
          return digit * ten;
        }
      }
    }
  }

  /** A bar for each month end, and one for today. */
  public List<Bar> getBars() {
    return bars;
  }

  /** The lines of the grid from none to the top. */
  public List<Level> getLevels() {
    return levels;
  }

  /** The line of all ships, null where it is not drawn. */
  public Level getWhole() {
    return whole;
  }
}
