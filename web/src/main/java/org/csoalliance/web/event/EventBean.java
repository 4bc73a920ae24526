package org.csoalliance.web.event;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventAudience;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventDocument;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventSession;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;
import org.csoalliance.event.after.AfterService;
import org.csoalliance.event.after.SeatPages;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Asked;
import org.csoalliance.web.shared.Routes;

/** The page of one event. */
@Named("eventPage")
@RequestScoped
public class EventBean {
  @Inject private EventListService events;
  @Inject private EventWords words;
  @Inject private Settings settings;
  @Inject private AfterService after;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  private EventDetail detail;
  private SeatPages pages;

  /**
   * A day of the agenda at the place.
   *
   * @param tracks whether some of its sessions run in tracks
   */
  public record Day(LocalDate date, List<EventSession> sessions, boolean tracks) {}

  /** One that is not there and one that may not be seen answer the same. */
  public void load() {
    try {
      detail = events.detail(Asked.parameter("slug"));
    } catch (NotFoundException none) {
      Answers.notFound(FacesContext.getCurrentInstance());
    }
  }

  /** Null when there is none, and the answer is then "not found". */
  public EventDetail getDetail() {
    return detail;
  }

  /** The row of the list; null when there is none. */
  public EventSummary getSummary() {
    return detail == null ? null : detail.summary();
  }

  /** The title of the page. */
  public String getTitle() {
    return detail == null ? "" : detail.summary().title();
  }

  /** Where it stands. */
  public EventWords.State getState() {
    return words.state(detail.summary());
  }

  /** City and venue, as far as this reader may know. */
  public String getWhere() {
    EventSummary event = detail.summary();
    if (event.mode() == AttendanceMode.REMOTE) {
      return EventWords.text("view.where.remote");
    }
    String place =
        detail.venue() == null || detail.venue().isEmpty()
            ? event.city()
            : event.city() + ", " + detail.venue();
    return event.mode() == AttendanceMode.BOTH
        ? place + ", " + EventWords.text("view.where.both")
        : place;
  }

  /** The agenda by the days of the place. */
  public List<Day> getDays() {
    Map<LocalDate, List<EventSession>> days = new LinkedHashMap<>();
    ZoneId zone = ZoneId.of(detail.summary().zone());
    for (EventSession session : detail.programme().sessions()) {
      days.computeIfAbsent(session.startsAt().atZone(zone).toLocalDate(), day -> new ArrayList<>())
          .add(session);
    }
    return days.entrySet().stream()
        .map(
            day ->
                new Day(
                    day.getKey(),
                    day.getValue(),
                    day.getValue().stream().anyMatch(one -> !one.track().isEmpty())))
        .toList();
  }

  /** Papers for before the event. */
  public List<EventDocument> getPapersBefore() {
    return detail.programme().documents().stream().filter(one -> !one.afterwards()).toList();
  }

  /** Slides and notes from after it. */
  public List<EventDocument> getPapersAfter() {
    return detail.programme().documents().stream().filter(EventDocument::afterwards).toList();
  }

  /** How many papers are not for this reader, in words; empty for none. */
  public String getHiddenPapers() {
    int hidden = detail.programme().hidden();
    return hidden == 0
        ? ""
        : words.fill(hidden == 1 ? "view.papers.some" : "view.papers.many", hidden);
  }

  /** Whether somebody may register now, for a seat or for the list. */
  public boolean isOpen() {
    EventSummary event = detail.summary();
    Instant now = clock.instant();
    Instant closes = event.closesAt() == null ? event.startsAt() : event.closesAt();
    return event.status().takesRegistrations()
        && now.isBefore(closes)
        && (event.opensAt() == null || !now.isBefore(event.opensAt()))
        && (!isFull() || event.waitingList());
  }

  /** Whether no place is free. */
  public boolean isFull() {
    EventSummary event = detail.summary();
    return event.status() == EventStatus.WAITLIST || (event.left() != null && event.left() == 0);
  }

  /** Whether the form of the registration is there, and this reader has not registered. */
  public boolean isRegistering() {
    return isOpen()
        && !isRegistered()
        && Routes.match("/events/" + detail.summary().slug() + "/register").isPresent();
  }

  /** Whether this reader has a registration that counts. */
  public boolean isRegistered() {
    return detail.mine() != null
        && !detail.mine().state().equals("CANCELLED")
        && !detail.mine().state().equals("DECLINED");
  }

  /** The series as a query has it. */
  public String getSeriesQuery() {
    return URLEncoder.encode(detail.summary().series(), StandardCharsets.UTF_8);
  }

  /** Whether it can be put into a calendar: a draft and what is over cannot. */
  public boolean isCalendar() {
    EventSummary event = detail.summary();
    return event.status() != EventStatus.DRAFT
        && event.status() != EventStatus.CANCELLED
        && clock.instant().isBefore(event.endsAt());
  }

  /** Whether the page of the own events is there. */
  public boolean isMyEvents() {
    return Routes.match("/me/events").isPresent();
  }

  /** What there is for somebody with a seat; asked for by those alone. */
  public SeatPages getPages() {
    if (pages == null) {
      boolean seat = detail.mine() != null && detail.mine().seat();
      pages =
          seat && EventAccess.mayHold(caller.reader())
              ? after.pages(detail.summary().slug())
              : SeatPages.NONE;
    }
    return pages;
  }

  /** Where the own registration stands. */
  public String getMine() {
    EventDetail.OwnRegistration mine = detail.mine();
    if (mine.offerUntil() != null) {
      return words.fill(
          "view.state.OFFER", new EventTime().minute(mine.offerUntil(), detail.summary().zone()));
    }
    return words.fill("view.state." + mine.state(), mine.position(), detail.waiting());
  }

  /** What happens next for who has registered; empty when nothing does. */
  public String getMineNext() {
    return switch (detail.mine().state()) {
      case "ACCEPTED", "CONFIRMED" -> isMyEvents() ? EventWords.text("view.next.ACCEPTED") : "";
      case "WAITLISTED" ->
          detail.mine().offerUntil() != null
              ? ""
              : words.fill("view.next.WAITLISTED", detail.offerHours());
      case "REQUESTED", "VETTING" -> EventWords.text("view.next.REQUESTED");
      default -> "";
    };
  }

  /** What happens to who registers now, or why nobody can. */
  public String getNext() {
    EventSummary event = detail.summary();
    if (event.status() == EventStatus.CANCELLED) {
      return EventWords.text("view.next.cancelled");
    }
    if (event.status() == EventStatus.HELD || !clock.instant().isBefore(event.endsAt())) {
      return EventWords.text("view.next.over");
    }
    if (event.opensAt() != null
        && event.status().takesRegistrations()
        && clock.instant().isBefore(event.opensAt())) {
      return words.fill("view.next.opens", new EventTime().minute(event.opensAt(), event.zone()));
    }
    if (!isOpen()) {
      return EventWords.text(
          isFull() && event.status().takesRegistrations()
              ? "view.next.nolist"
              : "view.next.closed");
    }
    if (isFull()) {
      return words.fill("view.next.full", detail.offerHours());
    }
    return EventWords.text(detail.approval() ? "view.next.approval" : "view.next.open");
  }

  /** How many places, taken and waiting, in words. */
  public String getSeats() {
    EventSummary event = detail.summary();
    String waiting =
        detail.waiting() == 0 ? "" : ", " + words.fill("view.waiting", detail.waiting());
    return event.capacity() == null
        ? EventWords.text("view.seats.none") + waiting
        : words.fill("view.seats", event.capacity(), event.capacity() - event.left()) + waiting;
  }

  /** Whether the page is told to machines and other sites: a public event that is no draft. */
  public boolean isPublished() {
    return detail != null
        && detail.summary().status() != EventStatus.DRAFT
        && detail.summary().audience() != EventAudience.MEMBERS;
  }

  /** The whole address, as other sites quote it. */
  public String getAddress() {
    return settings.baseUrl() + "/events/" + detail.summary().slug();
  }

  /** What it is in one line, for other sites. */
  public String getDescription() {
    EventSummary event = detail.summary();
    String when = new EventTime().days(event.startsAt(), event.endsAt(), event.zone());
    String place = event.city().isEmpty() ? "" : ", " + event.city();
    return when + place + (event.summary().isEmpty() ? "" : ". " + event.summary());
  }

  /** The event as schema.org describes one, as JSON for a script element. */
  public String getLinkedData() {
    return LinkedEvent.json(detail, getAddress(), settings.baseUrl(), clock.instant());
  }
}
