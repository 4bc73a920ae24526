package org.csoalliance.web.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csoalliance.incident.statistics.Figure;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * Months as bars, drawn on the server, so that the picture needs no script and prints; the table of
 * years beside it holds the same numbers.
 */
public final class MonthChart {
  private static final double LEFT = 44;
  private static final double WIDTH = 720 - LEFT;
  private static final double TOP = 10;
  private static final double HEIGHT = 180;
  private static final int MOST_LABELS = 12;

  /** A bar; {@code few} draws the mark of "few" on top of it. */
  public record Bar(String x, String y, String width, String height, boolean few) {}

  /** A line of the scale, or a year below it. */
  public record Tick(String at, String label) {}

  private final List<Bar> bars = new ArrayList<>();
  private final List<Tick> scale = new ArrayList<>();
  private final List<Tick> years = new ArrayList<>();

  MonthChart(List<Figure> months) {
    long most = Math.max(1, months.stream().mapToLong(m -> m.count().shown()).max().orElse(1));
    long step = step(most);
    double full = step * Math.ceil((double) most / step);
    for (long value = 0; value <= full; value += step) {
      scale.add(
          new Tick(
              n(TOP + HEIGHT - HEIGHT * value / full),
              String.format(Locale.ENGLISH, "%,d", value)));
    }
    double slot = WIDTH / Math.max(1, months.size());
    int every = (int) Math.ceil(months.size() / 12.0 / MOST_LABELS);
    for (int i = 0; i < months.size(); i++) {
      SmallCount count = months.get(i).count();
      double height = HEIGHT * count.shown() / full;
      double gap = slot > 4 ? 1 : 0;
      bars.add(
          new Bar(
              n(LEFT + i * slot + gap / 2),
              n(TOP + HEIGHT - height),
              n(slot - gap),
              n(height),
              count.few()));
      String key = months.get(i).key();
      boolean yearly = months.size() > 24;
      boolean labelled =
          yearly
              ? key.startsWith("01", 5) && Integer.parseInt(key.substring(0, 4)) % every == 0
              : i % 2 == 0 || months.size() <= 12;
      if (labelled) {
        years.add(
            new Tick(
                n(LEFT + i * slot + (yearly ? 0 : slot / 2)),
                yearly ? key.substring(0, 4) : StatisticsWords.of("month", key).substring(0, 3)));
      }
    }
  }

  private static long step(long most) {
    long step = 1;
    long[] factors = {2, 5, 10};
    for (long ten = 1; most / step > 4; ten *= 10) {
      for (long factor : factors) {
        if (most / step > 4) {
          step = ten * factor;
        }
      }
    }
    return step;
  }

  private static String n(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  public List<Bar> getBars() {
    return bars;
  }

  public List<Tick> getScale() {
    return scale;
  }

  public List<Tick> getYears() {
    return years;
  }
}
