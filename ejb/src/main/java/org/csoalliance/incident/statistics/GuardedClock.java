package org.csoalliance.incident.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.csoalliance.incident.statistics.StatisticsRepository.Basis;
import org.csoalliance.incident.statistics.StatisticsRepository.Ticked;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.GuardedParts;
import org.csoalliance.platform.sharing.SmallCount;
import org.shredzone.commons.suncalc.MoonPhase.Phase;

/**
 * Makes the danger clock as one reader may know it. Sums of hours, of weekdays and of the night say
 * no more than the cells that they sum.
 */
final class GuardedClock {
  private static final int HOURS = 24;
  private static final int CELLS = 7 * HOURS;
  private static final List<Basis> PLACED =
      List.of(Basis.OFFSET, Basis.ZONE, Basis.LONGITUDE, Basis.STATED);

  private GuardedClock() {}

  static DangerClock of(List<Ticked> rows, String zone, Reader reader) {
    Tally[] grid = new Tally[CELLS];
    Tally[] phases = new Tally[Phase.values().length];
    Arrays.fill(grid, Tally.NONE);
    Arrays.fill(phases, Tally.NONE);
    Map<Basis, Tally> bases = new EnumMap<>(Basis.class);
    List<Ticked> statuses = new ArrayList<>();
    for (Ticked row : rows) {
      if (row.ofStatus()) {
        statuses.add(row);
      } else if (row.hour() != null) {
        grid[(row.day() - 1) * HOURS + row.hour()] = row.tally();
      } else if (row.date() != null) {
        int phase = MoonPhases.on(row.date()).ordinal();
        phases[phase] = phases[phase].plus(row.tally());
      } else if (row.basis() != null) {
        bases.put(row.basis(), row.tally());
      }
    }
    GuardedParts guarded = GuardedParts.of(reader, parts(List.of(grid)));
    List<SmallCount> cells = guarded.counts();
    List<SmallCount> placed = placed(reader, bases, guarded.safe()).counts();
    return new DangerClock(
        IntStream.range(0, 7)
            .mapToObj(day -> cells.subList(day * HOURS, (day + 1) * HOURS))
            .toList(),
        IntStream.range(0, HOURS).mapToObj(hour -> sum(cells, i -> i % HOURS == hour)).toList(),
        IntStream.range(0, 7).mapToObj(day -> sum(cells, i -> i / HOURS == day)).toList(),
        GuardedParts.sum(cells),
        bases.getOrDefault(Basis.UNTIMED, Tally.NONE).seenBy(reader),
        bases.getOrDefault(Basis.ZONELESS, Tally.NONE).seenBy(reader),
        placed.get(0),
        placed.get(1),
        placed.get(2),
        placed.get(3),
        sum(cells, i -> i % HOURS >= 18 || i % HOURS < 6),
        figures(Arrays.stream(Phase.values()).map(Enum::name).toList(), List.of(phases), reader),
        figures(
                statuses.stream().map(Ticked::status).toList(),
                statuses.stream().map(Ticked::tally).toList(),
                reader)
            .stream()
            .sorted(
                Comparator.comparing((Figure f) -> f.key() == null)
                    .thenComparing(f -> -f.count().shown()))
            .toList(),
        zone);
  }

  /** What the days of the clock come to by month, by its first day. */
  static Map<LocalDate, Tally> months(List<Ticked> rows) {
    Map<LocalDate, Tally> months = new TreeMap<>();
    rows.stream()
        .filter(row -> row.date() != null)
        .forEach(row -> months.merge(row.date().withDayOfMonth(1), row.tally(), Tally::plus));
    return months;
  }

  /** How the local times were found; they add up to the cells. */
  private static GuardedParts placed(Reader reader, Map<Basis, Tally> bases, boolean safe) {
    GuardedParts placed =
        GuardedParts.of(
            reader,
            parts(PLACED.stream().map(basis -> bases.getOrDefault(basis, Tally.NONE)).toList()));
    return safe ? placed : placed.withheld(reader);
  }

  private static List<Figure> figures(List<String> keys, List<Tally> tallies, Reader reader) {
    List<SmallCount> counts = GuardedParts.of(reader, parts(tallies)).counts();
    return IntStream.range(0, counts.size())
        .mapToObj(i -> new Figure(keys.get(i), counts.get(i)))
        .toList();
  }

  private static List<GuardedParts.Part> parts(List<Tally> tallies) {
    return tallies.stream().map(tally -> new GuardedParts.Part(tally.n(), tally.others())).toList();
  }

  private static SmallCount sum(List<SmallCount> cells, IntPredicate of) {
    return GuardedParts.sum(IntStream.range(0, CELLS).filter(of).mapToObj(cells::get).toList());
  }
}
