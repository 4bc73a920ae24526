package org.csoalliance.web.publishing;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventSummary;
import org.csoalliance.incident.firstresponse.FirstResponseListService;
import org.csoalliance.incident.firstresponse.ReportLine;

/**
 * The public first responses and events by their time, for the rail of the archive. They are the
 * same for every reader, so they are kept for half a minute; when they cannot be read the pages
 * stay up without them.
 */
@Named("newsRail")
@ApplicationScoped
public class NewsRail {
  private static final Logger LOG = Logger.getLogger(NewsRail.class.getName());
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST = 500;
  private static final int SHORT = 5;
  private static final int AROUND_DAYS = 45;

  private record Kept(Instant at, List<ReportLine> lines) {}

  private record Dates(Instant at, List<EventSummary> events) {}

  private final Map<String, Dates> dates = new ConcurrentHashMap<>();

  @Inject private FirstResponseListService reports;
  @Inject private EventListService events;
  @Inject private Clock clock;

  private volatile Kept kept;

  private List<ReportLine> lines() {
    Kept now = kept;
    Instant at = clock.instant();
    if (now == null || now.at().plus(KEPT).isBefore(at)) {
      now = new Kept(at, read());
      kept = now;
    }
    return now.lines();
  }

  private List<ReportLine> read() {
    try {
      return reports.ofThePublic(MOST);
    } catch (EJBException failed) {
      LOG.log(Level.WARNING, "The news are shown without first responses.", failed);
      return List.of();
    }
  }

  /** The events of a year, and of a month of it unless that is 0; at most five. */
  public List<EventSummary> datesOf(int year, int month) {
    LocalDate from = LocalDate.of(year, month == 0 ? 1 : month, 1);
    return dates(from, month == 0 ? from.plusYears(1) : from.plusMonths(1));
  }

  /** The events of six weeks before and after the day, in their order; at most five. */
  public List<EventSummary> datesAround(LocalDate day) {
    return day == null ? List.of() : dates(day.minusDays(AROUND_DAYS), day.plusDays(AROUND_DAYS));
  }

  private List<EventSummary> dates(LocalDate from, LocalDate to) {
    String key = from + " " + to;
    Instant now = clock.instant();
    Dates found = dates.get(key);
    if (found == null || found.at().plus(KEPT).isBefore(now)) {
      if (dates.size() > MOST) {
        dates.clear();
      }
      found = new Dates(now, readDates(from, to));
      dates.put(key, found);
    }
    return found.events();
  }

  private List<EventSummary> readDates(LocalDate from, LocalDate to) {
    try {
      return events
          .ofThePublic(
              from.atStartOfDay().toInstant(ZoneOffset.UTC),
              to.atStartOfDay().toInstant(ZoneOffset.UTC),
              SHORT)
          .stream()
          .sorted(Comparator.comparing(EventSummary::startsAt))
          .toList();
    } catch (EJBException failed) {
      LOG.log(Level.WARNING, "The news are shown without dates.", failed);
      return List.of();
    }
  }

  private static LocalDate day(ReportLine line) {
    return line.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The newest five. */
  public List<ReportLine> getNow() {
    return lines().stream().limit(SHORT).toList();
  }

  /** Those of a year, and of a month of it unless that is 0; at most five. */
  public List<ReportLine> of(int year, int month) {
    return lines().stream()
        .filter(line -> day(line).getYear() == year)
        .filter(line -> month == 0 || day(line).getMonthValue() == month)
        .limit(SHORT)
        .toList();
  }

  /** Those of six weeks before and after the day; at most five. */
  public List<ReportLine> around(LocalDate day) {
    return day == null
        ? List.of()
        : lines().stream()
            .filter(line -> Math.abs(day(line).toEpochDay() - day.toEpochDay()) <= AROUND_DAYS)
            .limit(SHORT)
            .toList();
  }

  /** How many by year. */
  Map<Integer, Integer> years() {
    return lines().stream()
        .collect(
            Collectors.groupingBy(
                line -> day(line).getYear(), TreeMap::new, Collectors.summingInt(line -> 1)));
  }
}
