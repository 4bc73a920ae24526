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
import java.util.Locale;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/** Whoever organises an event writes its agenda. Clashes are warned of, not refused. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class EventAgendaService {
  private static final int MOST = 300;

  @Inject private EventRepository events;
  @Inject private EventSessionRepository sessions;
  @Inject private EventAccess access;
  @Inject private Event<Object> fired;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventAgendaService() {}

  /** For tests. */
  public EventAgendaService(
      EventRepository events,
      EventSessionRepository sessions,
      EventAccess access,
      Event<Object> fired,
      AuditLog audit,
      CallerContext caller,
      Clock clock) {
    this.events = events;
    this.sessions = sessions;
    this.access = access;
    this.fired = fired;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Adds a part.
   *
   * @return its number
   * @throws NotFoundException when there is no such event of the caller's
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public long add(String slug, NewSession given) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    NewSession clean = SessionRules.clean(given);
    if (sessions.count(event.id()) >= MOST) {
      throw new InvalidException("title", "An agenda has 300 parts at most.");
    }
    long id = sessions.add(event.id(), clean);
    note(event, "added", id);
    return id;
  }

  /**
   * Changes a part. Fewer seats than are taken are refused: nobody is put out.
   *
   * @throws NotFoundException when there is no such part of an event of the caller's
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public void change(String slug, long id, NewSession given) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    NewSession clean = SessionRules.clean(given);
    EventQuota quota = session(event, id);
    if (clean.capacity() != null && clean.capacity() < quota.taken()) {
      throw new InvalidException(
          "seats",
          String.format(
              Locale.ENGLISH,
              "%,d seats are taken or held. Nobody loses a seat, so enter %,d or more.",
              quota.taken(),
              quota.taken()));
    }
    sessions.change(id, clean);
    note(event, "changed", id);
    fired.fire(new EventChanged(event.id()));
  }

  /**
   * Takes a part out.
   *
   * @throws NotFoundException when there is no such part of an event of the caller's
   * @throws ConflictException when people have chosen it
   */
  public void remove(String slug, long id) {
    EventDesk event = access.require(slug, EventDuty.ORGANISER);
    session(event, id);
    int chosen = sessions.chosenBy(id);
    if (chosen > 0) {
      throw new ConflictException(
          String.format(
              Locale.ENGLISH,
              "%,d registrations have chosen this session. Tell them first, and let them choose"
                  + " another one.",
              chosen));
    }
    sessions.remove(id);
    note(event, "removed", id);
  }

  private EventQuota session(EventDesk event, long id) {
    return events.lockQuotas(event.id()).stream()
        .filter(quota -> quota.kind() == EventQuota.Kind.SESSION && quota.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFoundException("There is no such part of the agenda."));
  }

  private void note(EventDesk event, String what, long id) {
    events.touch(event.id(), clock.instant());
    audit.record(caller.reader(), "event.session." + what, "event", event.slug(), "session " + id);
  }
}
