package org.csoalliance.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventFacets;
import org.csoalliance.event.EventFilter;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventPage;
import org.csoalliance.event.EventSummary;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;

/** The list of events: what comes, or a year of what is over. */
@Named("eventList")
@RequestScoped
public class EventListBean {
  private static final int PAGE = 25;
  private static final int YEAR = 200;

  @Inject private EventListService events;
  @Inject private Clock clock;
  @Inject private EventWords words;

  private EventFacets facets;
  private EventPage page;

  /** Reads the page; a cursor that is none of ours is a bad request. */
  public void load() {
    try {
      page = events.page(filter(), isPast() ? YEAR : PAGE, Asked.parameter("cursor"));
    } catch (InvalidException wrong) {
      Answers.badRequest(FacesContext.getCurrentInstance());
    }
  }

  private EventFilter filter() {
    Instant now = clock.instant();
    if (isPast()) {
      Instant from = LocalDate.of(getYear(), 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant to = LocalDate.of(getYear() + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
      return new EventFilter(
          from, to.isBefore(now) ? to : now, null, getSeries(), getCity(), mode(), true);
    }
    Instant to = getWhen().isEmpty() ? null : now.plus(Duration.ofDays(Long.parseLong(getWhen())));
    return new EventFilter(now, to, null, getSeries(), getCity(), mode(), false);
  }

  /** Whether the list of what is over is asked for. */
  public boolean isPast() {
    return Asked.parameter("year") != null || "past".equals(Asked.parameter("view"));
  }

  /** The year that is shown: the one asked for, else the newest of which there is one. */
  public int getYear() {
    String year = Asked.parameter("year");
    if (year != null && year.matches("(19|20|21)[0-9]{2}")) {
      return Integer.parseInt(year);
    }
    return getYears().isEmpty()
        ? clock.instant().atOffset(ZoneOffset.UTC).getYear()
        : getYears().get(0).getKey();
  }

  /** How many are over by year, the newest year first. */
  public List<Map.Entry<Integer, Integer>> getYears() {
    return List.copyOf(facets().years().entrySet());
  }

  private EventFacets facets() {
    if (facets == null) {
      facets = events.facets();
    }
    return facets;
  }

  /** Series to choose from. */
  public List<String> getAllSeries() {
    return with(facets().series(), getSeries());
  }

  /** Cities to choose from. */
  public List<String> getCities() {
    return with(facets().cities(), getCity());
  }

  private static List<String> with(List<String> found, String chosen) {
    if (chosen == null || found.contains(chosen)) {
      return found;
    }
    List<String> all = new ArrayList<>(found);
    all.add(chosen);
    return all;
  }

  /** The rows of the page. */
  public List<EventSummary> getRows() {
    return page == null ? List.of() : page.items();
  }

  /** How many rows, in words. */
  public String getCount() {
    return words.count("list.count", getRows().size());
  }

  /** Whether something narrows the list. */
  public boolean isNarrowed() {
    return getSeries() != null || getCity() != null || mode() != null || !getWhen().isEmpty();
  }

  /** The address of the next page; null on the last. */
  public String getNext() {
    return page == null || page.next() == null ? null : "?" + query() + "cursor=" + page.next();
  }

  private String query() {
    StringBuilder query = new StringBuilder();
    for (String name : List.of("view", "year", "series", "city", "when", "mode")) {
      String value = given(name);
      if (value != null) {
        query
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
            .append('&');
      }
    }
    return query.toString();
  }

  /** The series that is asked for; null: all. */
  public String getSeries() {
    return given("series");
  }

  /** The city that is asked for; null: all. */
  public String getCity() {
    return given("city");
  }

  /** In how many days, empty for any time. */
  public String getWhen() {
    String when = given("when");
    return when == null || !when.matches("30|90|365") ? "" : when;
  }

  /** How they are held; empty for all. */
  public String getMode() {
    return mode() == null ? "" : mode().name();
  }

  private static AttendanceMode mode() {
    String mode = given("mode");
    return "IN_PERSON".equals(mode) || "REMOTE".equals(mode) ? AttendanceMode.valueOf(mode) : null;
  }

  private static String given(String name) {
    String value = Asked.parameter(name);
    return value == null || value.isBlank() || value.length() > 150 ? null : value.strip();
  }
}
