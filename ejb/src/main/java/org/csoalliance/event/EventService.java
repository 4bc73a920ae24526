package org.csoalliance.event;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.FreeSlug;
import org.csoalliance.platform.text.PlainText;

/**
 * Organisers of the alliance make events; whoever has the duty ORGANISER at one changes it and
 * moves it on.
 */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class EventService {
  @Inject private EventRepository events;
  @Inject private EventSessionRepository sessions;
  @Inject private Event<Object> fired;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventService() {}

  /** For tests. */
  public EventService(
      EventRepository events,
      EventSessionRepository sessions,
      Event<Object> fired,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.events = events;
    this.sessions = sessions;
    this.fired = fired;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Makes an event.
   *
   * @param status DRAFT, OPEN, WAITLIST or CLOSED
   * @return the part of its address, which never changes
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  @RolesAllowed(ORGANISER)
  public String create(NewEvent given, EventStatus status) {
    NewEvent event = EventRules.clean(given);
    if (status == null || status == EventStatus.HELD || status == EventStatus.CANCELLED) {
      throw new InvalidException("status", "A new event is DRAFT, OPEN, WAITLIST or CLOSED.");
    }
    events.lockTitles();
    String slug = slug(event);
    long id = events.add(slug, event, status, caller.reader().accountId(), clock.instant());
    modes(id, List.of(), event.seats());
    audit.record(caller.reader(), "event.created", "event", slug, status.name());
    return slug;
  }

  /**
   * Changes an event. Fewer seats than are taken are refused: nobody is put out.
   *
   * @param seenVersion the version the organiser has seen
   * @throws NotFoundException when there is none of the caller's
   * @throws ConflictException when it has changed since
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public void change(String slug, NewEvent given, int seenVersion) {
    change(slug, given, seenVersion, false);
  }

  /**
   * The same, and where the start moves the agenda may move along: each part as far by the wall
   * clock of the place, whatever the clocks do between the two.
   *
   * @param seenVersion the version the organiser has seen
   * @param along whether the agenda moves by the same time
   * @return how many parts of the agenda moved
   * @throws NotFoundException when there is none of the caller's
   * @throws ConflictException when it has changed since
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public int change(String slug, NewEvent given, int seenVersion, boolean along) {
    EventRepository.Locked event = own(slug);
    if (event.version() != seenVersion) {
      throw new ConflictException(
          "Another organiser has changed this event since you opened it. Read it again, then"
              + " change it.");
    }
    NewEvent clean = EventRules.clean(given);
    List<EventQuota> quotas = events.lockQuotas(event.id());
    EventQuota seats = quota(quotas, EventQuota.Kind.EVENT, "").orElseThrow();
    enough("capacity", seats, clean.seats().capacity());
    events.capacity(seats.id(), clean.seats().capacity());
    modes(event.id(), quotas, clean.seats());
    EventRepository.Stands before = events.stands(event.id());
    events.change(event.id(), clean, clock.instant());
    boolean moved = events.stands(event.id()).sequence() > before.sequence();
    if (moved && event.status() != EventStatus.DRAFT && event.status() != EventStatus.HELD) {
      fired.fire(new EventMoved(event.id(), before.before()));
    }
    int parts = along ? moveAgenda(event.id(), before.before(), clean.place()) : 0;
    fired.fire(new EventChanged(event.id()));
    audit.record(
        caller.reader(),
        "event.changed",
        "event",
        event.slug(),
        parts == 0 ? "" : parts + " parts of the agenda moved along");
    return parts;
  }

  private int moveAgenda(long event, EventMoved.Before was, NewEvent.Place is) {
    ZoneId zone = ZoneId.of(is.zone());
    WallShift shift =
        new WallShift(
            ZoneId.of(was.zone()),
            was.startsAt(),
            zone,
            is.startsAt().atZone(zone).toLocalDateTime());
    return shift.moves() ? sessions.move(event, shift) : 0;
  }

  /**
   * Moves an event on.
   *
   * @param reason 5 to 500 characters where it is called off, else may be empty
   * @throws NotFoundException when there is none of the caller's
   * @throws ConflictException when it was called off, or stands like that already
   */
  public void moveTo(String slug, EventStatus to, String reason) {
    EventRepository.Locked event = own(slug);
    if (event.status() == EventStatus.CANCELLED || event.status() == to) {
      throw new ConflictException(
          "This event is " + event.status().words().toLowerCase(Locale.ROOT) + " already.");
    }
    if (to == EventStatus.DRAFT) {
      throw new ConflictException("An event that people have seen is no draft any more. Close it.");
    }
    String words = PlainText.line(reason, 500);
    if (to == EventStatus.CANCELLED && words.length() < 5) {
      throw new InvalidException(
          "reason",
          "Say why it is called off, in 5 to 500 characters. Everybody who comes reads it.");
    }
    events.status(event.id(), to, words, clock.instant());
    if (to == EventStatus.CANCELLED && event.status() != EventStatus.DRAFT) {
      fired.fire(new EventMoved(event.id(), null));
    }
    fired.fire(new EventChanged(event.id()));
    audit.record(
        caller.reader(),
        "event." + to.name().toLowerCase(Locale.ROOT),
        "event",
        event.slug(),
        "from " + event.status());
  }

  /** A limit of its own for each way to take part, where the organiser gives one. */
  private void modes(long eventId, List<EventQuota> quotas, NewEvent.Seats seats) {
    mode(eventId, quotas, AttendanceMode.IN_PERSON, "inPerson", seats.inPerson());
    mode(eventId, quotas, AttendanceMode.REMOTE, "remote", seats.remote());
  }

  private void mode(
      long eventId, List<EventQuota> quotas, AttendanceMode mode, String field, Integer capacity) {
    Optional<EventQuota> known = quota(quotas, EventQuota.Kind.MODE, mode.name());
    if (known.isPresent()) {
      enough(field, known.get(), capacity);
      events.capacity(known.get().id(), capacity);
    } else if (capacity != null) {
      events.addQuota(eventId, EventQuota.Kind.MODE, mode.name(), capacity, 1);
    }
  }

  private static Optional<EventQuota> quota(
      List<EventQuota> quotas, EventQuota.Kind kind, String name) {
    return quotas.stream()
        .filter(quota -> quota.kind() == kind && quota.name().equals(name))
        .findFirst();
  }

  private static void enough(String field, EventQuota quota, Integer capacity) {
    if (capacity != null && capacity < quota.taken()) {
      throw new InvalidException(
          field,
          String.format(
              Locale.ENGLISH,
              "%,d seats are taken or held. Nobody loses a seat, so enter %,d or more.",
              quota.taken(),
              quota.taken()));
    }
  }

  private EventRepository.Locked own(String slug) {
    return events
        .lock(slug == null ? "" : slug)
        .filter(event -> EventAccess.organises(caller.reader(), event.organisers()))
        .orElseThrow(() -> new NotFoundException("There is no such event."));
  }

  /** Title and year, such as {@code cyber-workshop-2027}; a second of the name gets a number. */
  private String slug(NewEvent event) {
    String year =
        String.valueOf(event.place().startsAt().atZone(ZoneId.of(event.place().zone())).getYear());
    String plain =
        Normalizer.normalize(event.about().title(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String base = plain.isEmpty() ? "event" : plain;
    base = base.length() > 60 ? base.substring(0, 60).replaceAll("-$", "") : base;
    base = base.contains(year) ? base : base + "-" + year;
    return FreeSlug.of(base, events.slugs(base));
  }
}
