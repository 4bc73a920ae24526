package org.csoalliance.incident.statistics;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.csoalliance.geography.Port;
import org.csoalliance.incident.FilterPlaces;
import org.csoalliance.incident.IncidentFilter;
import org.csoalliance.incident.statistics.StatisticsRepository.Ticked;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * Figures of incidents. Anyone may ask: what is counted is what the caller may read, by the shown
 * position and time, and a count that could tell on a ship is "few", as is what such a count could
 * be worked out by. A merged duplicate counts once, as it stands in the list once.
 */
@Stateless
@PermitAll
public class StatisticsService {
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
   * @param second the figures of a second period, null when none was asked for
   */
  public record Picture(Port port, Statistics statistics, DangerClock clock, Statistics second) {}

  /**
   * Figures and clock: two statements, and one more where the filter names a port by its code.
   *
   * @throws InvalidException field {@code port}, when it is given beside a position
   */
  public Picture picture(IncidentFilter filter) {
    return picture(filter, null);
  }

  /**
   * The same beside the figures of a second period: three statements, and one more where the filter
   * names a port by its code.
   *
   * @param second the same selection of another period; null: none
   * @throws InvalidException field {@code port}, when it is given beside a position
   */
  public Picture picture(IncidentFilter filter, IncidentFilter second) {
    Optional<Port> port = places.port(filter);
    UnaryOperator<IncidentFilter> resolved =
        given -> port.map(p -> FilterPlaces.resolve(given, p)).orElse(given);
    return picture(
        resolved.apply(filter),
        port.orElse(null),
        port.map(Port::zone).orElse(null),
        second == null ? null : statistics(resolved.apply(second)));
  }

  /** The same round a port whose position is known: two statements. */
  public Picture picture(IncidentFilter filter, Port port, double radiusNm) {
    IncidentFilter round = filter.round(port.position(), radiusNm);
    return picture(round, port, port.zone(), null);
  }

  /** The months are made of the clock's days, so that nothing is read for them. */
  private Picture picture(IncidentFilter filter, Port port, String zone, Statistics second) {
    Reader reader = caller.reader();
    List<Ticked> ticks = figures.clock(filter, reader, zone);
    return new Picture(
        port,
        GuardedStatistics.of(
            filter, figures.counts(filter, reader), GuardedClock.months(ticks), reader),
        GuardedClock.of(ticks, zone, reader),
        second);
  }

  private Statistics statistics(IncidentFilter filter) {
    Reader reader = caller.reader();
    return GuardedStatistics.of(filter, figures.countsWithMonths(filter, reader), reader);
  }
}
