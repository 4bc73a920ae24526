package org.csoalliance.event.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventDetail;
import org.csoalliance.event.EventFilter;
import org.csoalliance.event.EventListService;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Sha256;
import org.csoalliance.platform.settings.Settings;

/** Events for calendar programs: the list, one of them, and a feed of one's own. */
@Stateless
@PermitAll
public class EventCalendarService {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 24;
  private static final Duration BACK = Duration.ofDays(400);
  private static final int MOST = 1000;

  @Inject private EventCalendarRepository calendars;
  @Inject private EventListService events;
  @Inject private CallerContext caller;
  @Inject private AuditLog audit;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventCalendarService() {}

  /** For tests. */
  public EventCalendarService(
      EventCalendarRepository calendars,
      EventListService events,
      CallerContext caller,
      AuditLog audit,
      Clock clock) {
    this.calendars = calendars;
    this.events = events;
    this.caller = caller;
    this.audit = audit;
    this.settings = new Settings();
    this.clock = clock;
  }

  /** What the caller may see, from a year back on: one statement. Anyone may call it. */
  public byte[] all() {
    EventFilter filter =
        new EventFilter(clock.instant().minus(BACK), null, null, null, null, null, false);
    List<CalendarEntry> entries =
        events.page(filter, MOST, null).items().stream()
            .filter(event -> event.status() != EventStatus.DRAFT)
            .map(event -> entry(event, event.city(), event.summary(), false))
            .toList();
    return file().feed("CSO Alliance events", entries, false);
  }

  /**
   * One event, as far as the caller may see it. Anyone may call it.
   *
   * @throws NotFoundException when there is none, or the caller may not see it
   */
  public byte[] one(String slug) {
    EventDetail detail = events.detail(slug);
    EventSummary event = detail.summary();
    if (event.status() == EventStatus.DRAFT) {
      throw new NotFoundException("There is no such event, or you may not see it.");
    }
    String venue = detail.venue() == null ? "" : detail.venue();
    String place =
        Stream.of(venue, event.city())
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    String link = detail.programme().remoteLink();
    boolean waits = detail.mine() != null && !detail.mine().seat();
    return file()
        .feed(
            event.title(),
            List.of(
                entry(
                    event,
                    event.mode() == AttendanceMode.REMOTE ? "" : place,
                    (event.summary() + (link == null ? "" : "\n\n" + link)).strip(),
                    waits)),
            true);
  }

  /**
   * The feed of one person: what they come to, and what they wait for as tentative. Whoever has the
   * secret address may call it.
   *
   * @throws NotFoundException when no feed has the token, or it was revoked
   */
  public byte[] ofToken(String token) {
    if (token == null || !token.matches("[A-Za-z0-9_-]{32}")) {
      throw new NotFoundException("There is no such calendar.");
    }
    List<CalendarEntry> entries =
        calendars
            .ofToken(Sha256.of(token), clock.instant().minus(BACK))
            .orElseThrow(() -> new NotFoundException("There is no such calendar."));
    return file().feed("CSO Alliance, my events", entries, true);
  }

  /**
   * Makes the caller's secret address; one they had ends.
   *
   * @return the whole address, which nobody can read again
   * @throws NotFoundException for visitors and tokens
   */
  public String make() {
    long account = caller.ownAccount();
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    calendars.keep(account, Sha256.of(token), clock.instant());
    audit.record(caller.reader(), "calendar.made", "account", String.valueOf(account), "");
    return settings.baseUrl() + "/api/v1/calendars/" + token + ".ics";
  }

  /**
   * Ends the caller's secret address; none is no fault.
   *
   * @throws NotFoundException for visitors and tokens
   */
  public void revoke() {
    long account = caller.ownAccount();
    if (calendars.revoke(account)) {
      audit.record(caller.reader(), "calendar.revoked", "account", String.valueOf(account), "");
    }
  }

  /**
   * When the caller's address was made; empty when there is none.
   *
   * @throws NotFoundException for visitors and tokens
   */
  public Optional<Instant> made() {
    return calendars.made(caller.ownAccount());
  }

  private CalendarFile file() {
    return new CalendarFile(settings.baseUrl(), clock.instant());
  }

  private static CalendarEntry entry(
      EventSummary event, String place, String text, boolean tentative) {
    return new CalendarEntry(
        event.slug(),
        event.title(),
        text,
        place,
        event.startsAt(),
        event.endsAt(),
        event.zone(),
        event.status(),
        event.sequence(),
        event.updatedAt(),
        tentative);
  }
}
