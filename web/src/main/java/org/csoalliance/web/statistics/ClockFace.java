package org.csoalliance.web.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.csoalliance.incident.statistics.DangerClock;
import org.csoalliance.incident.statistics.Figure;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * The danger clock as a picture: a dial of the 24 hours, and the grid of weekdays and hours. Each
 * cell holds its number, so that nothing is told by colour alone.
 */
public final class ClockFace {
  private static final double MIDDLE = 160;
  private static final double INNER = 48;
  private static final double OUTER = 124;
  private static final int LEVELS = 5;

  /**
   * A cell of the grid.
   *
   * @param words the number, "few", or empty for none
   * @param css its level: l0 (none) to l5 (most), or lf (few)
   */
  public record Cell(String words, String css) {}

  /** A weekday with its 24 cells and their sum. */
  public record Day(String name, String brief, List<Cell> cells, String sum) {}

  /** An hour of the dial: the wedge, its level, and where its number stands. */
  public record Wedge(
      String hour, String path, String css, String words, String x, String y, boolean night) {}

  /** A phase of the moon: its path in a box of 20, its words and its bar. */
  public record Moon(String lit, boolean full, Line line) {}

  private final DangerClock clock;
  private final List<Day> days = new ArrayList<>();
  private final List<Wedge> wedges = new ArrayList<>();

  ClockFace(DangerClock clock) {
    this.clock = clock;
    long most = clock.most();
    for (int day = 0; day < 7; day++) {
      String name = StatisticsWords.DAYS.get(day);
      days.add(
          new Day(
              name,
              name.substring(0, 3),
              clock.days().get(day).stream().map(count -> cell(count, most)).toList(),
              sum(clock.weekdays().get(day))));
    }
    long longest = clock.hours().stream().mapToLong(SmallCount::shown).max().orElse(0);
    for (int hour = 0; hour < 24; hour++) {
      wedges.add(wedge(hour, clock.hours().get(hour), longest));
    }
  }

  private static Cell cell(SmallCount count, long most) {
    if (count.shown() == 0) {
      return new Cell(count.few() ? "few" : "", count.few() ? "lf" : "l0");
    }
    return new Cell(sum(count), level(count.shown(), most));
  }

  /** As short as the cells of a grid on a phone are: 1,204, few, or 97+ for 97 and few more. */
  private static String sum(SmallCount count) {
    return count.few() && count.shown() > 0
        ? String.format(Locale.ENGLISH, "%,d+", count.shown())
        : count.words();
  }

  private static String level(long shown, long most) {
    return "l" + Math.max(1, (int) Math.ceil(LEVELS * (double) shown / most));
  }

  private static Wedge wedge(int hour, SmallCount count, long longest) {
    double length = longest == 0 ? 0 : (OUTER - INNER) * count.shown() / longest;
    // "few" reach a little beyond the rim, so that they are seen
    double reach = INNER + Math.max(length, count.few() ? 5 : 0);
    double from = hour * 15 + 1;
    double to = hour * 15 + 14;
    double label = Math.max(reach + 9, INNER + 9);
    double middle = hour * 15 + 7.5;
    String words = count.shown() == 0 ? "" : String.format(Locale.ENGLISH, "%,d", count.shown());
    return new Wedge(
        String.format(Locale.ROOT, "%02d", hour),
        sector(from, to, INNER, reach),
        count.shown() == 0 ? (count.few() ? "lf" : "l0") : level(count.shown(), longest),
        words,
        x(middle, label),
        y(middle, label, 3),
        hour >= 18 || hour < 6);
  }

  /** A part of a ring between two angles, degrees clockwise from the top. */
  static String sector(double from, double to, double inner, double outer) {
    String large = to - from > 180 ? "1" : "0";
    return "M"
        + x(from, inner)
        + " "
        + y(from, inner, 0)
        + "L"
        + x(from, outer)
        + " "
        + y(from, outer, 0)
        + "A"
        + n(outer)
        + " "
        + n(outer)
        + " 0 "
        + large
        + " 1 "
        + x(to, outer)
        + " "
        + y(to, outer, 0)
        + "L"
        + x(to, inner)
        + " "
        + y(to, inner, 0)
        + "A"
        + n(inner)
        + " "
        + n(inner)
        + " 0 "
        + large
        + " 0 "
        + x(from, inner)
        + " "
        + y(from, inner, 0)
        + "Z";
  }

  private static String x(double angle, double radius) {
    return n(MIDDLE + radius * Math.sin(Math.toRadians(angle)));
  }

  private static String y(double angle, double radius, double down) {
    return n(MIDDLE - radius * Math.cos(Math.toRadians(angle)) + down);
  }

  private static String n(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  public List<Day> getDays() {
    return days;
  }

  public List<Wedge> getWedges() {
    return wedges;
  }

  /** The dark half of the dial, 18 to 06. */
  public String getNight() {
    return sector(270, 450, INNER, OUTER + 8);
  }

  /** The light half of the dial, 06 to 18. */
  public String getLight() {
    return sector(90, 270, INNER, OUTER + 8);
  }

  /** The hours whose name stands at the rim: every third. */
  public List<MonthChart.Tick> getRim() {
    return IntStream.range(0, 8)
        .mapToObj(
            i ->
                new MonthChart.Tick(
                    x(i * 45, OUTER + 21) + "," + y(i * 45, OUTER + 21, 4),
                    String.format(Locale.ROOT, "%02d", i * 3)))
        .toList();
  }

  /** The hours as columns are named: 00 to 23. */
  public List<String> getHours() {
    return IntStream.range(0, 24).mapToObj(h -> String.format(Locale.ROOT, "%02d", h)).toList();
  }

  /** The sums of the hours, as the last row has them. */
  public List<String> getHourSums() {
    return clock.hours().stream().map(c -> c.shown() == 0 && !c.few() ? "" : sum(c)).toList();
  }

  /** The sum of all, as the last cell has it. */
  public String getSum() {
    return sum(clock.placed());
  }

  /** Whether anything stands in the grid. */
  public boolean isFilled() {
    return clock.placed().shown() > 0 || clock.placed().few();
  }

  /** How many stand in the grid. */
  public String getPlaced() {
    return clock.placed().words();
  }

  /** The same in the middle of the dial, where there is room for a number or "few" alone. */
  public String getMiddle() {
    return clock.placed().shown() == 0 && clock.placed().few()
        ? "few"
        : String.format(Locale.ENGLISH, "%,d", clock.placed().shown());
  }

  /** What stands below it: empty where nothing is few, or nothing else. */
  public String getMiddleMore() {
    return clock.placed().few() && clock.placed().shown() > 0 ? "and few more" : "";
  }

  /** The phases of the moon, new moon first. */
  public List<Moon> getMoons() {
    List<Line> lines = Line.of(clock.moon(), key -> StatisticsWords.of("moon", key), key -> null);
    return IntStream.range(0, 8).mapToObj(i -> new Moon(lit(i), i == 4, lines.get(i))).toList();
  }

  /** The lit part of the moon in a circle of radius 8 round 10,10; waxing on the right. */
  static String lit(int phase) {
    return switch (phase) {
      case 0 -> "";
      case 1 -> "M10 2A8 8 0 0 1 10 18A5.6 8 0 0 0 10 2Z";
      case 2 -> "M10 2A8 8 0 0 1 10 18Z";
      case 3 -> "M10 2A8 8 0 0 1 10 18A5.6 8 0 0 1 10 2Z";
      case 4 -> "M10 2A8 8 0 0 1 10 18A8 8 0 0 1 10 2Z";
      case 5 -> "M10 2A8 8 0 0 0 10 18A5.6 8 0 0 0 10 2Z";
      case 6 -> "M10 2A8 8 0 0 0 10 18Z";
      default -> "M10 2A8 8 0 0 0 10 18A5.6 8 0 0 1 10 2Z";
    };
  }

  /** What the ship was doing; empty while no report tells. */
  public List<Line> getShipStatuses() {
    List<Figure> told = clock.shipStatuses();
    return told.stream().allMatch(f -> f.key() == null)
        ? List.of()
        : Line.of(told, key -> StatisticsWords.of("shipStatus", key), key -> null);
  }

  /** What is to be known of the times, in sentences. */
  public List<String> getNotes() {
    List<String> notes = new ArrayList<>();
    if (some(clock.untimed())) {
      notes.add(clock.untimed().words() + " have no exact time and stand in no hour.");
    }
    if (some(clock.zoneless())) {
      notes.add(clock.zoneless().words() + " have a time but no place, so no local time.");
    }
    if (some(clock.byOffset())) {
      notes.add(clock.byOffset().words() + " by the clock that the report gave.");
    }
    if (some(clock.byZone())) {
      notes.add(clock.byZone().words() + " by the clock of the port (" + clock.zone() + ").");
    }
    if (some(clock.byLongitude())) {
      notes.add(clock.byLongitude().words() + " by the longitude, an hour for each 15 degrees.");
    }
    if (some(clock.stated())) {
      notes.add(clock.stated().words() + " by the local hour that the source states.");
    }
    return notes;
  }

  private static boolean some(SmallCount count) {
    return count.shown() > 0 || count.few();
  }

  /** The clock in one sentence, for those who do not see it and for the page's lede. */
  public String getSummary() {
    if (!isFilled()) {
      return "No report of this selection has an exact time.";
    }
    int worst = clock.worstHour();
    String night =
        "At night, 18 to 06: " + clock.night().words() + " of " + clock.placed().words() + ".";
    return worst < 0
        ? night
        : String.format(
                Locale.ROOT,
                "Most between %02d:00 and %02d:00: %s. ",
                worst,
                (worst + 1) % 24,
                clock.hours().get(worst).words())
            + night;
  }
}
