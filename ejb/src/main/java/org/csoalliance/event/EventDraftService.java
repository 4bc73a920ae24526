package org.csoalliance.event;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/** An organiser's own events, and new ones out of old ones. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class EventDraftService {
  @Inject private EventService events;
  @Inject private EventListRepository lists;
  @Inject private EventRepository repository;
  @Inject private EventSessionRepository sessions;
  @Inject private EventAccess access;
  @Inject private Event<Object> fired;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventDraftService() {}

  /** For tests. */
  public EventDraftService(
      EventService events,
      EventListRepository lists,
      EventRepository repository,
      EventSessionRepository sessions,
      EventAccess access,
      Event<Object> fired,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.events = events;
    this.lists = lists;
    this.repository = repository;
    this.sessions = sessions;
    this.access = access;
    this.fired = fired;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Every event at which the caller has a duty, the next first: one statement. */
  public List<OwnEvent> own() {
    return lists.own(caller.reader(), clock.instant());
  }

  /**
   * A new draft out of an event, at another time, with its sessions and what the rooms of an event
   * copy, and without people, papers and picture. Wall-clock times stay what they are, whatever the
   * clocks do between the two.
   *
   * @param title of the new one
   * @param start by the wall clock of the place
   * @return the part of its address
   * @throws NotFoundException when there is no such event of the caller's
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  @RolesAllowed(ORGANISER)
  public String copy(String slug, String title, LocalDateTime start) {
    EventDesk from = access.require(slug, EventDuty.ORGANISER);
    EventDetail old = lists.find(slug, caller.reader(), clock.instant()).orElseThrow();
    NewEvent event = NewEvent.of(old);
    if (start == null) {
      throw new InvalidException("startsAt", "Enter the day and time when it starts.");
    }
    ZoneId zone = ZoneId.of(from.zone());
    WallShift shift = new WallShift(zone, from.startsAt(), zone, start);
    NewEvent.Place place = event.place();
    NewEvent.Seats seats = event.seats();
    NewEvent moved =
        new NewEvent(
            renamed(event.about(), title),
            new NewEvent.Place(
                shift.of(place.startsAt()),
                shift.of(place.endsAt()),
                place.zone(),
                place.city(),
                place.venue(),
                place.venueHidden(),
                place.mode(),
                place.remoteLink()),
            new NewEvent.Seats(
                seats.capacity(),
                seats.inPerson(),
                seats.remote(),
                seats.companyCap(),
                seats.approval(),
                seats.waitingList(),
                seats.offerHours(),
                seats.quietFrom(),
                seats.quietTo(),
                shift.of(seats.opensAt()),
                shift.of(seats.closesAt()),
                shift.of(seats.cancelUntil()),
                shift.of(seats.drawAt())),
            event.room());
    String made = events.create(moved, EventStatus.DRAFT);
    long id = repository.lock(made).orElseThrow().id();
    Map<Long, Long> copied = new LinkedHashMap<>();
    for (EventSession session : old.programme().sessions()) {
      copied.put(session.id(), sessions.add(id, moved(session, shift)));
    }
    fired.fire(new EventCopied(from.id(), id, copied));
    audit.record(caller.reader(), "event.copied", "event", made, "from " + from.slug());
    return made;
  }

  /**
   * Keeps a draft as one to copy from, or makes it a draft again.
   *
   * @throws NotFoundException when there is no such event of the caller's
   * @throws ConflictException when it is no draft any more
   */
  public void template(String slug, boolean template) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    if (!repository.template(event.id(), template, clock.instant())) {
      throw new ConflictException(
          "People have seen this event. Copy it, and keep the copy as a template.");
    }
    audit.record(
        caller.reader(),
        template ? "event.template" : "event.no-template",
        "event",
        event.slug(),
        "");
  }

  private static NewEvent.About renamed(NewEvent.About about, String title) {
    return new NewEvent.About(
        title,
        about.series(),
        about.summary(),
        about.text(),
        about.before(),
        about.organisers(),
        about.languages());
  }

  private static NewSession moved(EventSession session, WallShift shift) {
    return new NewSession(
        session.title(),
        session.track(),
        session.room(),
        session.speaker(),
        session.text(),
        shift.of(session.startsAt()),
        shift.end(session.startsAt(), session.endsAt()),
        session.tlp(),
        session.pause(),
        session.chosen(),
        session.topics(),
        session.capacity());
  }
}
