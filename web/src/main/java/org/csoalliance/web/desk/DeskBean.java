package org.csoalliance.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.event.EventTeamService;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.web.shared.Answers;
import org.csoalliance.web.shared.Routes;

/** The event whose desk it is, and what all pages of the desk do alike. */
@Named("eventDesk")
@RequestScoped
public class DeskBean {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  @Inject private EventTeamService team;
  @Inject private Clock clock;

  private EventDesk event;

  /** Opens the desk for whoever has one of the duties; else answers "not found" and false. */
  boolean open(EventDuty... any) {
    try {
      EventDesk found = team.desk(given("slug"));
      if (found.has(any)) {
        event = found;
        return true;
      }
    } catch (NotFoundException none) {
      // answered below, the same way
    }
    Answers.notFound(context());
    return false;
  }

  /** Opens it with what a service answered. */
  void opened(EventDesk found) {
    event = found;
  }

  /**
   * Does what a form asks, then shows the page at the address with the sentence; what is refused
   * stays on the page with what was typed.
   *
   * @param address relative to the desk, such as {@code /team}
   */
  void act(String address, Supplier<String> work) {
    FacesContext context = context();
    try {
      String done = work.get();
      Answers.notice(context, done);
      Answers.redirect(context, at(address));
    } catch (NotFoundException none) {
      Answers.notFound(context);
    } catch (InvalidException refused) {
      Answers.invalid(context, refused);
    } catch (ConflictException | RefusedException refused) {
      context.addMessage(
          null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null));
      context.validationFailed();
    }
  }

  /** Whether a form was sent. */
  static boolean posted() {
    return "POST".equals(request().getMethod());
  }

  /** A parameter; null when it is missing. */
  static String given(String name) {
    return parameters().get(name);
  }

  /** Every value of a parameter. */
  static List<String> all(String name) {
    String[] values = context().getExternalContext().getRequestParameterValuesMap().get(name);
    return values == null ? List.of() : List.of(values);
  }

  /** A whole number of a parameter; -1 when it is none. */
  static long number(String name) {
    String text = given(name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  static Map<String, String> parameters() {
    return context().getExternalContext().getRequestParameterMap();
  }

  private static FacesContext context() {
    return FacesContext.getCurrentInstance();
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) context().getExternalContext().getRequest();
  }

  /** An address of this desk, such as {@code /organiser/cyber-2027/team}. */
  public String at(String address) {
    return "/organiser/" + (event == null ? given("slug") : event.slug()) + address;
  }

  /** Whether there is such a page of this desk. */
  public boolean there(String address) {
    return Routes.match(at(address)).isPresent();
  }

  /** The event; null before it is opened. */
  public EventDesk getEvent() {
    return event;
  }

  /** Whether the reader has the duty, to show or leave out a link. */
  public boolean is(String duty) {
    return event != null && event.has(EventDuty.valueOf(duty));
  }

  /** Whether the reader sees registrations. */
  public boolean isReading() {
    return is("ORGANISER") || is("AUDITOR");
  }

  /** When the event takes place: UTC first, the clock of the venue beside it. */
  public String getWhen() {
    Instant start = event.startsAt();
    Instant end = event.endsAt();
    ZonedDateTime utcStart = start.atZone(ZoneId.of("UTC"));
    ZonedDateTime utcEnd = end.atZone(ZoneId.of("UTC"));
    ZonedDateTime localStart = start.atZone(ZoneId.of(event.zone()));
    ZonedDateTime localEnd = end.atZone(ZoneId.of(event.zone()));
    boolean oneDay = utcStart.toLocalDate().equals(utcEnd.toLocalDate());
    return DAY.format(utcStart)
        + ", "
        + CLOCK.format(utcStart)
        + " to "
        + (oneDay ? "" : DAY.format(utcEnd) + ", ")
        + CLOCK.format(utcEnd)
        + " UTC ("
        + CLOCK.format(localStart)
        + " to "
        + CLOCK.format(localEnd)
        + " local)";
  }

  /** How far away it is: "In 11 days."; empty where that says nothing. */
  public String getDistance() {
    long days = ChronoUnit.DAYS.between(clock.instant(), event.startsAt());
    if (clock.instant().isAfter(event.endsAt())) {
      return "It is over.";
    }
    return days < 1 ? "" : days == 1 ? "In 1 day." : "In " + days + " days.";
  }

  /** Whether the event is over. */
  public boolean isOver() {
    return event != null && clock.instant().isAfter(event.endsAt());
  }

  /** What was typed into a field of a form that was refused, else what stands. */
  public String value(String field, String standing) {
    String typed = posted() ? given(field) : null;
    return typed == null ? standing : typed;
  }

  /** Whether a field was refused. */
  public boolean wrong(String field) {
    return !context().getMessageList(field).isEmpty();
  }

  /** The ids that describe a field with a hint. */
  public String describes(String field) {
    return field + "-h" + (wrong(field) ? " " + field + "-e" : "");
  }
}
