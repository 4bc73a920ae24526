package org.csoalliance.web.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.desk.DeskNumbers;

/** Registrations by day as bars, drawn on the server, so that the picture needs no script. */
public final class DayChart {
  private static final double LEFT = 36;
  private static final double WIDTH = 640 - LEFT;
  private static final double TOP = 8;
  private static final double HEIGHT = 120;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** A bar. */
  public record Bar(String x, String y, String width, String height) {}

  /** A line of the scale, or a day below it. */
  public record Tick(String at, String label) {}

  private final List<Bar> bars = new ArrayList<>();
  private final List<Tick> scale = new ArrayList<>();
  private final List<Tick> labels = new ArrayList<>();

  DayChart(List<DeskNumbers.Day> days) {
    if (days.isEmpty()) {
      return;
    }
    LocalDate first = days.get(0).day();
    LocalDate last = days.get(days.size() - 1).day();
    Map<LocalDate, Integer> counts = new HashMap<>();
    days.forEach(day -> counts.put(day.day(), day.count()));
    int span = (int) Math.max(7, ChronoUnit.DAYS.between(first, last) + 1);
    int most = days.stream().mapToInt(DeskNumbers.Day::count).max().orElse(1);
    int step = Math.max(1, (int) Math.ceil(most / 4.0));
    int full = step * (int) Math.ceil((double) most / step);
    for (int value = 0; value <= full; value += step) {
      scale.add(
          new Tick(
              n(TOP + HEIGHT - HEIGHT * value / full),
              String.format(Locale.ENGLISH, "%,d", value)));
    }
    double slot = WIDTH / span;
    int every = (int) Math.ceil(span / 8.0);
    for (int i = 0; i < span; i++) {
      LocalDate day = first.plusDays(i);
      double height = HEIGHT * counts.getOrDefault(day, 0) / full;
      if (height > 0) {
        bars.add(
            new Bar(
                n(LEFT + i * slot + slot * 0.1),
                n(TOP + HEIGHT - height),
                n(slot * 0.8),
                n(height)));
      }
      if (i % every == 0) {
        labels.add(new Tick(n(LEFT + i * slot + slot / 2), DAY.format(day)));
      }
    }
  }

  private static String n(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  public List<Bar> getBars() {
    return bars;
  }

  public List<Tick> getScale() {
    return scale;
  }

  public List<Tick> getLabels() {
    return labels;
  }
}
