package org.csoalliance.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.csoalliance.event.EventFilter;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventSummary;
import org.csoalliance.web.shared.Asked;

/** A month of events as a table of weeks. Each stands at its days at the place. */
@Named("eventCalendar")
@RequestScoped
public class EventCalendarBean {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final int MOST = 500;

  @Inject private EventListService events;
  @Inject private Clock clock;

  private List<EventSummary> rows;
  private List<List<Day>> weeks;

  /**
   * A day of the table.
   *
   * @param inside whether it is of the month
   * @param events that take place on it
   */
  public record Day(LocalDate date, boolean inside, boolean today, List<Entry> events) {}

  /**
   * An event on a day.
   *
   * @param first whether it begins on this day
   */
  public record Entry(EventSummary event, boolean first) {}

  /** The month that is asked for; what is none is the month of now. */
  private YearMonth shown() {
    String month = Asked.parameter("month");
    try {
      if (month != null && month.matches("(19|20|21)[0-9]{2}-[0-9]{2}")) {
        return YearMonth.parse(month);
      }
    } catch (DateTimeException none) {
      return now();
    }
    return now();
  }

  private YearMonth now() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** Such as "December 2026". */
  public String getMonth() {
    return MONTH.format(shown());
  }

  /** The month before, as the address has it. */
  public String getPrevious() {
    return shown().minusMonths(1).toString();
  }

  /** The month after, as the address has it. */
  public String getNext() {
    return shown().plusMonths(1).toString();
  }

  /** The month before in words. */
  public String getPreviousWords() {
    return MONTH.format(shown().minusMonths(1));
  }

  /** The month after in words. */
  public String getNextWords() {
    return MONTH.format(shown().plusMonths(1));
  }

  /** Whether the month of now is shown. */
  public boolean isNow() {
    return shown().equals(now());
  }

  /** Whether nothing takes place in the month. */
  public boolean isNone() {
    return getWeeks().stream().flatMap(List::stream).allMatch(day -> day.events().isEmpty());
  }

  private List<EventSummary> rows() {
    if (rows == null) {
      // a day more at each end, since the place may be ahead of UTC or behind it
      LocalDate from = shown().atDay(1).minusDays(1);
      LocalDate to = shown().atEndOfMonth().plusDays(2);
      rows =
          events
              .page(
                  new EventFilter(
                      from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                      to.atStartOfDay(ZoneOffset.UTC).toInstant(),
                      null,
                      null,
                      null,
                      null,
                      false),
                  MOST,
                  null)
              .items();
    }
    return rows;
  }

  /** The weeks of the month, from Monday. */
  public List<List<Day>> getWeeks() {
    if (weeks == null) {
      weeks = new ArrayList<>();
      LocalDate day = shown().atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      while (!day.isAfter(shown().atEndOfMonth())) {
        List<Day> week = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
          week.add(day(day.plusDays(i)));
        }
        weeks.add(week);
        day = day.plusDays(7);
      }
    }
    return weeks;
  }

  private Day day(LocalDate date) {
    boolean inside = YearMonth.from(date).equals(shown());
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    List<Entry> entries =
        inside
            ? rows().stream()
                .filter(event -> !date.isBefore(first(event)) && !date.isAfter(last(event)))
                .map(event -> new Entry(event, date.equals(first(event))))
                .toList()
            : List.of();
    return new Day(date, inside, date.equals(today), entries);
  }

  private static LocalDate first(EventSummary event) {
    return event.startsAt().atZone(ZoneId.of(event.zone())).toLocalDate();
  }

  private static LocalDate last(EventSummary event) {
    return event.endsAt().minusNanos(1).atZone(ZoneId.of(event.zone())).toLocalDate();
  }
}
