package org.csoalliance.incident.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.statistics.StatisticsRepository.By;
import org.csoalliance.incident.statistics.StatisticsRepository.Counted;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.GuardedParts;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * Makes tables of counts as one reader may know them. Each table adds up to the total, so no part
 * that is few may be worked out by it: {@link GuardedParts}. The months of a year add up to the
 * year, and the years to the total.
 */
final class GuardedStatistics {
  private static final Pattern TAKEN = Pattern.compile("[A-Z_]+");

  private final Reader reader;
  private final Map<By, Map<String, Tally>> tables = new EnumMap<>(By.class);
  private final Map<By, GuardedParts> guarded = new EnumMap<>(By.class);
  private final Map<String, GuardedParts> monthsOf = new TreeMap<>();
  private GuardedParts years;

  private GuardedStatistics(Reader reader) {
    this.reader = reader;
  }

  static Statistics of(IncidentFilter filter, StatisticsRepository.Counts counts, Reader reader) {
    return of(filter, counts.tables(), counts.months(), reader);
  }

  static Statistics of(
      IncidentFilter filter, List<Counted> rows, Map<LocalDate, Tally> monthsOf, Reader reader) {
    Map<String, Tally> told = new TreeMap<>();
    monthsOf.forEach((month, tally) -> told.put(month.toString(), tally));
    return new GuardedStatistics(reader).made(filter, rows, months(told));
  }

  private Statistics made(IncidentFilter filter, List<Counted> rows, Map<String, Tally> months) {
    Tally total = Tally.NONE;
    Map<By, Integer> groups = new EnumMap<>(By.class);
    for (Counted row : rows) {
      if (row.by() == By.TOTAL) {
        total = row.tally();
      }
      tables.computeIfAbsent(row.by(), by -> new LinkedHashMap<>()).put(row.key(), row.tally());
      groups.put(row.by(), row.groups());
    }
    boolean safe = years(months);
    for (By by : List.of(By.KIND, By.SEVERITY, By.OUTCOME, By.STATUS, By.SHIP_TYPE, By.AREA)) {
      GuardedParts parts = GuardedParts.of(reader, parts(table(by)));
      guarded.put(by, parts);
      // a table that is cut off adds up to nothing
      safe &= parts.safe() || groups.getOrDefault(by, 0) > table(by).size();
    }
    if (!safe) {
      guarded.replaceAll((by, parts) -> parts.withheld(reader));
      years = years.withheld(reader);
    }
    followYears();
    return new Statistics(
        filter.from(),
        filter.to(),
        safe ? total.seenBy(reader) : new SmallCount(total.n() - total.others(), true),
        monthFigures(months),
        figures(yearKeys(), years),
        figures(By.KIND),
        figures(By.SEVERITY).stream()
            .sorted(Comparator.comparing(f -> f.key() == null ? "9" : f.key()))
            .toList(),
        figures(By.SHIP_TYPE),
        figures(By.OUTCOME),
        figures(By.STATUS),
        taken(),
        figures(By.AREA),
        table(By.AREA).isEmpty() ? 0 : groups.get(By.AREA) - table(By.AREA).size());
  }

  private Map<String, Tally> table(By by) {
    return tables.getOrDefault(by, Map.of());
  }

  private static List<GuardedParts.Part> parts(Map<String, Tally> table) {
    return table.values().stream()
        .map(tally -> new GuardedParts.Part(tally.n(), tally.others()))
        .toList();
  }

  /** Guards the months beside their year, then the years beside the total. */
  private boolean years(Map<String, Tally> months) {
    Map<String, Map<String, Tally>> byYear = new TreeMap<>();
    months.forEach(
        (month, tally) ->
            byYear
                .computeIfAbsent(month.substring(0, 4), year -> new TreeMap<>())
                .put(month, tally));
    List<GuardedParts.Part> parts = new ArrayList<>();
    byYear.forEach(
        (year, ofYear) -> {
          GuardedParts of = GuardedParts.of(reader, parts(ofYear));
          monthsOf.put(year, of);
          Tally sum = ofYear.values().stream().reduce(Tally.NONE, Tally::plus);
          parts.add(new GuardedParts.Part(sum.n(), sum.others(), !of.safe()));
        });
    years = GuardedParts.of(reader, parts);
    return years.safe();
  }

  /** A year that is withheld may not be added up from its months. */
  private void followYears() {
    List<String> keys = yearKeys();
    List<SmallCount> counts = years.counts();
    for (int i = 0; i < keys.size(); i++) {
      if (counts.get(i).few()) {
        monthsOf.computeIfPresent(keys.get(i), (year, of) -> of.withheld(reader));
      }
    }
  }

  private List<String> yearKeys() {
    return List.copyOf(monthsOf.keySet());
  }

  private List<Figure> monthFigures(Map<String, Tally> months) {
    List<String> keys = List.copyOf(months.keySet());
    List<SmallCount> counts =
        monthsOf.values().stream().flatMap(of -> of.counts().stream()).toList();
    return IntStream.range(0, keys.size())
        .mapToObj(i -> new Figure(keys.get(i), counts.get(i)))
        .toList();
  }

  private List<Figure> figures(By by) {
    return figures(new ArrayList<>(table(by).keySet()), guarded.get(by));
  }

  private static List<Figure> figures(List<String> keys, GuardedParts parts) {
    List<SmallCount> counts = parts.counts();
    return IntStream.range(0, keys.size())
        .mapToObj(i -> new Figure(keys.get(i), counts.get(i)))
        .toList();
  }

  /** Each month from the first to the last, with nothing in between left out. */
  private static Map<String, Tally> months(Map<String, Tally> rows) {
    TreeMap<String, Tally> all = new TreeMap<>(rows);
    if (!all.isEmpty()) {
      LocalDate last = LocalDate.parse(all.lastKey());
      for (LocalDate month = LocalDate.parse(all.firstKey());
          month.isBefore(last);
          month = month.plusMonths(1)) {
        all.putIfAbsent(month.toString(), Tally.NONE);
      }
    }
    return all;
  }

  /** Each thing on its own: the answers come as lists, such as {@code ["CASH", "STORES"]}. */
  private List<Figure> taken() {
    Map<String, Tally> things = new TreeMap<>();
    table(By.TAKEN)
        .forEach(
            (key, tally) -> {
              if (key != null) {
                TAKEN
                    .matcher(key)
                    .results()
                    .map(found -> found.group())
                    .distinct()
                    .forEach(thing -> things.merge(thing, tally, Tally::plus));
              }
            });
    return things.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().n()))
        .map(entry -> new Figure(entry.getKey(), entry.getValue().seenBy(reader)))
        .toList();
  }
}
