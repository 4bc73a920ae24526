package org.csoalliance.web.statistics;

import java.util.List;
import org.csoalliance.incident.statistics.Statistics;
import org.csoalliance.incident.statistics.StatisticsService;

/** The figures of a port as its page shows them. */
public final class PortFigures {
  private final Statistics statistics;
  private final ClockFace clock;

  /** Takes what was counted. */
  public PortFigures(StatisticsService.Picture picture) {
    statistics = picture.statistics();
    clock = new ClockFace(picture.clock());
  }

  /** "7 incidents", "few incidents". */
  public String getTotal() {
    String count = statistics.total().words();
    return count + (count.equals("1") ? " incident" : " incidents");
  }

  /** Whether nothing is counted at all. */
  public boolean isNothing() {
    return statistics.total().shown() == 0 && !statistics.total().few();
  }

  /** The danger clock. */
  public ClockFace getClock() {
    return clock;
  }

  /** The months as a picture. */
  public MonthChart getMonths() {
    return new MonthChart(statistics.months());
  }

  /** The months as a table. */
  public List<YearTable.Year> getYears() {
    return YearTable.of(statistics.months(), statistics.years());
  }

  /** The kinds. */
  public List<Line> getKinds() {
    return Line.of(statistics.kinds(), key -> StatisticsWords.of("kind", key), key -> null);
  }

  /** The severities. */
  public List<Line> getSeverities() {
    return Line.of(
        statistics.severities(), key -> StatisticsWords.of("severity", key), key -> null);
  }

  /** What was taken; empty while no report tells. */
  public List<Line> getTaken() {
    return Line.of(statistics.taken(), key -> StatisticsWords.of("taken", key), key -> null);
  }
}
