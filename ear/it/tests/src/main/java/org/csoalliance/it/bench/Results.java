package org.csoalliance.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measures pairs in turns, keeps the medians, and tells them as a table and as JSON. */
final class Results {
  private static final int WARM = 5;
  private static final double WARM_MILLIS = 8_000; // else Java still interprets
  private static final double TURN_MILLIS = 50;

  /**
   * A line of the table.
   *
   * @param ours median of ours, or the one figure that counts
   * @param yardstick median of the yardstick; null where a bound stands alone
   * @param most what ours may be at most: times the yardstick, or in the unit where there is none
   */
  record Line(String name, double ours, Double yardstick, double most, String unit) {
    double ratio() {
      return yardstick == null ? ours : ours / yardstick;
    }

    boolean kept() {
      return ratio() <= most;
    }
  }

  private final int rounds;
  private final List<Line> lines = new ArrayList<>();

  Results(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Runs both by turns, warm, and keeps the ratio of their medians. What is quick is repeated
   * within a turn, so that a turn is longer than the machine's hiccups.
   */
  void compare(String name, double most, Runnable ours, Runnable yardstick) {
    double quickest = Double.MAX_VALUE;
    long start = System.nanoTime();
    for (int i = 0; i < WARM || System.nanoTime() - start < WARM_MILLIS * 1e6; i++) {
      quickest = Math.min(quickest, Math.min(millis(ours), millis(yardstick)));
    }
    int times = (int) Math.max(1, Math.min(100, TURN_MILLIS / quickest));
    double[] mine = new double[rounds];
    double[] theirs = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      if (i % 2 == 0) {
        mine[i] = millis(ours, times);
        theirs[i] = millis(yardstick, times);
      } else {
        theirs[i] = millis(yardstick, times);
        mine[i] = millis(ours, times);
      }
    }
    add(new Line(name, median(mine), median(theirs), most, "ms"));
  }

  private static double millis(Runnable work, int times) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.run();
    }
    return (System.nanoTime() - start) / 1e6 / times;
  }

  /** A figure with a bound of its own. */
  void bound(String name, double value, double most, String unit) {
    add(new Line(name, value, null, most, unit));
  }

  void add(Line line) {
    lines.add(line);
    System.out.println(text(line));
  }

  static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Whether every bound is kept. */
  boolean kept() {
    return lines.stream().allMatch(Line::kept);
  }

  void print() {
    System.out.printf(
        "%n%-58s %12s %12s %8s %8s%n", "workload", "ours", "yardstick", "ratio", "at most");
    lines.forEach(line -> System.out.println(text(line)));
    System.out.println();
  }

  private static String text(Line line) {
    return String.format(
        Locale.ROOT,
        "%-58s %9.2f %-2s %12s %8s %8.2f  %s",
        line.name(),
        line.ours(),
        line.unit(),
        line.yardstick() == null
            ? ""
            : String.format(Locale.ROOT, "%.2f %s", line.yardstick(), line.unit()),
        line.yardstick() == null ? "" : String.format(Locale.ROOT, "%.2f", line.ratio()),
        line.most(),
        line.kept() ? "kept" : "MISSED");
  }

  /** Writes all lines as JSON. */
  void write(Path file, String server, long incidents) throws IOException {
    List<String> entries = new ArrayList<>();
    for (Line line : lines) {
      entries.add(
          String.format(
              Locale.ROOT,
              "{\"workload\":\"%s\",\"unit\":\"%s\",\"ours\":%.3f,\"yardstick\":%s,\"ratio\":%s,"
                  + "\"at_most\":%.3f,\"kept\":%b}",
              line.name(),
              line.unit(),
              line.ours(),
              line.yardstick() == null
                  ? "null"
                  : String.format(Locale.ROOT, "%.3f", line.yardstick()),
              line.yardstick() == null ? "null" : String.format(Locale.ROOT, "%.3f", line.ratio()),
              line.most(),
              line.kept()));
    }
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            "{\"server\":\"%s\",\"incidents\":%d,\"rounds\":%d,\"results\":[%n  %s%n]}%n",
            server,
            incidents,
            rounds,
            String.join(",\n  ", entries)));
  }
}
