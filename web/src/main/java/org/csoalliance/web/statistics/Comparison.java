package org.csoalliance.web.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.incident.statistics.Figure;
import org.csoalliance.incident.statistics.Statistics;
import org.csoalliance.platform.sharing.SmallCount;
import org.csoalliance.web.incident.IncidentWords;

/** Two periods side by side. A percentage of fewer than twenty says nothing, so it is not given. */
public final class Comparison {
  /** From so many in the second period on, a change is told in per cent too. */
  static final long LEAST_BASE = 20;

  private static final SmallCount NONE = new SmallCount(0, false);

  /** A line: what is counted, both counts, and the change in words. */
  public record Row(String group, String label, String first, String second, String change) {}

  private final Statistics first;
  private final Statistics second;

  Comparison(Statistics first, Statistics second) {
    this.first = first;
    this.second = second;
  }

  Instant from2() {
    return second.from();
  }

  Instant to2() {
    return second.to();
  }

  /** The total, the kinds, the severities and the outcomes. */
  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("", "All", first.total(), second.total()));
    add(rows, "kind", first.kinds(), second.kinds());
    add(rows, "severity", first.severities(), second.severities());
    add(rows, "outcome", first.outcomes(), second.outcomes());
    return rows;
  }

  private static void add(List<Row> rows, String table, List<Figure> one, List<Figure> two) {
    Map<String, SmallCount[]> both = new LinkedHashMap<>();
    one.forEach(f -> both.computeIfAbsent(f.key(), k -> new SmallCount[2])[0] = f.count());
    two.forEach(f -> both.computeIfAbsent(f.key(), k -> new SmallCount[2])[1] = f.count());
    both.forEach(
        (key, counts) ->
            rows.add(
                row(
                    StatisticsWords.text(table + ".title"),
                    StatisticsWords.of(table, key),
                    counts[0] == null ? NONE : counts[0],
                    counts[1] == null ? NONE : counts[1])));
  }

  static Row row(String group, String label, SmallCount one, SmallCount two) {
    return new Row(group, label, one.words(), two.words(), change(one, two));
  }

  /** From the second period to the first. */
  static String change(SmallCount one, SmallCount two) {
    if (one.few() || two.few()) {
      return "too few to say";
    }
    long more = one.shown() - two.shown();
    if (more == 0) {
      return "the same";
    }
    String words =
        String.format(Locale.ENGLISH, "%,d %s", Math.abs(more), more > 0 ? "more" : "fewer");
    return two.shown() < LEAST_BASE
        ? words
        : words + String.format(Locale.ROOT, " (%+d%%)", Math.round(100.0 * more / two.shown()));
  }

  static String period(IncidentWords words, Instant from, Instant to) {
    String start = from == null ? null : words.day(from);
    String end = to == null ? null : words.day(to.minusMillis(1));
    if (start != null && end != null) {
      return start + " to " + end;
    }
    if (start != null) {
      return "since " + start;
    }
    return end == null ? "all years" : "until " + end;
  }
}
