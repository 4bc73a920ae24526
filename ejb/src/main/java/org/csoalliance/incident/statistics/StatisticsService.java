package org.csoalliance.incident.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.csoalliance.geography.Port;
import org.csoalliance.incident.FilterPlaces;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.statistics.StatisticsRepository.Basis;
import org.csoalliance.incident.statistics.StatisticsRepository.By;
import org.csoalliance.incident.statistics.StatisticsRepository.Counted;
import org.csoalliance.incident.statistics.StatisticsRepository.Ticked;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.shredzone.commons.suncalc.MoonPhase.Phase;

/**
 * Figures of incidents. Anyone may ask: what is counted is what the caller may read, by the shown
 * position and time, and a count that could tell on a ship is "few". A merged duplicate counts
 * once, as it stands in the list once.
 */
@Stateless
@PermitAll
public class StatisticsService {
  private static final Pattern TAKEN = Pattern.compile("[A-Z_]+");

  @Inject private StatisticsRepository figures;
  @Inject private FilterPlaces places;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public StatisticsService() {}

  /** For tests. */
  public StatisticsService(
      StatisticsRepository figures, FilterPlaces places, CallerContext caller) {
    this.figures = figures;
    this.places = places;
    this.caller = caller;
  }

  /**
   * What the page of a selection shows.
   *
   * @param port the port that the filter names, null when it names none
   */
  public record Picture(Port port, Statistics statistics, DangerClock clock) {}

  /**
   * Figures and clock: two statements, and one more where the filter names a port by its code.
   *
   * @throws InvalidException field {@code port}, when it is given beside a position
   */
  public Picture picture(IncidentFilter filter) {
    Optional<Port> port = places.port(filter);
    IncidentFilter resolved = port.map(p -> FilterPlaces.resolve(filter, p)).orElse(filter);
    return new Picture(
        port.orElse(null),
        statistics(resolved),
        clock(resolved, port.map(Port::zone).orElse(null)));
  }

  /** The same round a port whose position is known: two statements. */
  public Picture picture(IncidentFilter filter, Port port, double radiusNm) {
    IncidentFilter round = filter.round(port.position(), radiusNm);
    return new Picture(port, statistics(round), clock(round, port.zone()));
  }

  /** Figures alone: one statement, and one more where the filter names a port by its code. */
  public Statistics figures(IncidentFilter filter) {
    return statistics(places.resolve(filter));
  }

  private Statistics statistics(IncidentFilter filter) {
    return of(filter, figures.counts(filter, caller.reader()), caller.reader());
  }

  private DangerClock clock(IncidentFilter filter, String zone) {
    return clock(figures.clock(filter, caller.reader(), zone), zone, caller.reader());
  }

  static Statistics of(IncidentFilter filter, List<Counted> rows, Reader reader) {
    Map<By, List<Counted>> by = new EnumMap<>(By.class);
    rows.forEach(row -> by.computeIfAbsent(row.by(), key -> new ArrayList<>()).add(row));
    List<Counted> areas = by.getOrDefault(By.AREA, List.of());
    Map<String, Tally> months = months(by.getOrDefault(By.MONTH, List.of()));
    Map<String, Tally> years = new TreeMap<>();
    months.forEach((month, tally) -> years.merge(month.substring(0, 4), tally, Tally::plus));
    Tally total =
        by.getOrDefault(By.TOTAL, List.of()).stream()
            .map(Counted::tally)
            .findFirst()
            .orElse(Tally.NONE);
    return new Statistics(
        filter.from(),
        filter.to(),
        total.seenBy(reader),
        figures(months, reader),
        figures(years, reader),
        figures(by.get(By.KIND), reader),
        severities(by.getOrDefault(By.SEVERITY, List.of()), reader),
        figures(by.get(By.SHIP_TYPE), reader),
        figures(by.get(By.OUTCOME), reader),
        figures(by.get(By.STATUS), reader),
        taken(by.getOrDefault(By.TAKEN, List.of()), reader),
        figures(areas, reader),
        areas.isEmpty() ? 0 : areas.get(0).groups() - areas.size());
  }

  /** Each month from the first to the last, with nothing in between left out. */
  private static Map<String, Tally> months(List<Counted> rows) {
    Map<String, Tally> known = new TreeMap<>();
    rows.forEach(row -> known.put(row.key(), row.tally()));
    Map<String, Tally> all = new TreeMap<>(known);
    if (!known.isEmpty()) {
      List<String> keys = List.copyOf(known.keySet());
      LocalDate last = LocalDate.parse(keys.get(keys.size() - 1));
      for (LocalDate month = LocalDate.parse(keys.get(0));
          month.isBefore(last);
          month = month.plusMonths(1)) {
        all.putIfAbsent(month.toString(), Tally.NONE);
      }
    }
    return all;
  }

  private static List<Figure> figures(Map<String, Tally> tallies, Reader reader) {
    List<Figure> figures = new ArrayList<>();
    tallies.forEach((key, tally) -> figures.add(new Figure(key, tally.seenBy(reader))));
    return figures;
  }

  private static List<Figure> figures(Collection<Counted> rows, Reader reader) {
    return rows == null
        ? List.of()
        : rows.stream().map(row -> new Figure(row.key(), row.tally().seenBy(reader))).toList();
  }

  /** Each thing on its own: the answers come as lists, such as {@code ["CASH", "STORES"]}. */
  private static List<Figure> taken(List<Counted> rows, Reader reader) {
    Map<String, Tally> things = new TreeMap<>();
    for (Counted row : rows) {
      if (row.key() != null) {
        TAKEN
            .matcher(row.key())
            .results()
            .map(found -> found.group())
            .distinct()
            .forEach(thing -> things.merge(thing, row.tally(), Tally::plus));
      }
    }
    return things.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().n()))
        .map(entry -> new Figure(entry.getKey(), entry.getValue().seenBy(reader)))
        .toList();
  }

  private static List<Figure> severities(List<Counted> rows, Reader reader) {
    return figures(
        rows.stream()
            .sorted(Comparator.comparing(row -> row.key() == null ? "9" : row.key()))
            .toList(),
        reader);
  }

  static DangerClock clock(List<Ticked> rows, String zone, Reader reader) {
    Tally[][] grid = new Tally[7][24];
    Tally[] phases = new Tally[Phase.values().length];
    Map<Basis, Tally> bases = new EnumMap<>(Basis.class);
    List<Figure> statuses = new ArrayList<>();
    for (Ticked row : rows) {
      if (row.ofStatus()) {
        statuses.add(new Figure(row.status(), row.tally().seenBy(reader)));
      } else if (row.hour() != null) {
        grid[row.day() - 1][row.hour()] = row.tally();
      } else if (row.date() != null) {
        int phase = MoonPhases.on(row.date()).ordinal();
        phases[phase] = sum(phases[phase], row.tally());
      } else if (row.basis() != null) {
        bases.put(row.basis(), row.tally());
      }
    }
    Tally night =
        total(
            IntStream.range(0, 24)
                .filter(hour -> hour >= 18 || hour < 6)
                .mapToObj(hour -> column(grid, hour))
                .toList());
    statuses.sort(
        Comparator.comparing((Figure f) -> f.key() == null).thenComparing(f -> -f.count().shown()));
    return new DangerClock(
        IntStream.range(0, 7)
            .mapToObj(day -> cells(grid[day]).stream().map(cell -> cell.seenBy(reader)).toList())
            .toList(),
        IntStream.range(0, 24).mapToObj(hour -> column(grid, hour).seenBy(reader)).toList(),
        IntStream.range(0, 7).mapToObj(day -> total(cells(grid[day])).seenBy(reader)).toList(),
        total(IntStream.range(0, 7).mapToObj(day -> total(cells(grid[day]))).toList())
            .seenBy(reader),
        bases.getOrDefault(Basis.UNTIMED, Tally.NONE).seenBy(reader),
        bases.getOrDefault(Basis.ZONELESS, Tally.NONE).seenBy(reader),
        bases.getOrDefault(Basis.OFFSET, Tally.NONE).seenBy(reader),
        bases.getOrDefault(Basis.ZONE, Tally.NONE).seenBy(reader),
        bases.getOrDefault(Basis.LONGITUDE, Tally.NONE).seenBy(reader),
        bases.getOrDefault(Basis.STATED, Tally.NONE).seenBy(reader),
        night.seenBy(reader),
        IntStream.range(0, phases.length)
            .mapToObj(
                phase ->
                    new Figure(
                        Phase.values()[phase].name(),
                        sum(phases[phase], Tally.NONE).seenBy(reader)))
            .toList(),
        statuses,
        zone);
  }

  private static List<Tally> cells(Tally[] row) {
    return IntStream.range(0, 24).mapToObj(hour -> sum(row[hour], Tally.NONE)).toList();
  }

  private static Tally column(Tally[][] grid, int hour) {
    return total(IntStream.range(0, 7).mapToObj(day -> sum(grid[day][hour], Tally.NONE)).toList());
  }

  private static Tally total(List<Tally> tallies) {
    return tallies.stream().reduce(Tally.NONE, Tally::plus);
  }

  private static Tally sum(Tally a, Tally b) {
    return a == null ? b : a.plus(b);
  }
}
