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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.platform.error.NotFoundException;

/** Tells an organiser what will go wrong with an event, before it does. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class EventLint {
  @Inject private EventListService events;
  @Inject private EventAccess access;
  @Inject private Event<EventLintAsked> rooms;
  @Inject private Clock clock;

  /** Made by the container. */
  public EventLint() {}

  /**
   * Every warning, those of the event first, then those of its rooms.
   *
   * @throws NotFoundException when there is no such event, or the caller does not organise it
   */
  public List<EventWarning> warnings(String slug) {
    access.require(slug, EventDuty.ORGANISER);
    return warnings(events.detail(slug));
  }

  /**
   * The same of an event that was read already; what its rooms know is asked.
   *
   * @param event as its organiser sees it
   */
  public List<EventWarning> warnings(EventDetail event) {
    if (!event.organiser()) {
      throw new NotFoundException("There is no such event.");
    }
    Instant now = clock.instant();
    EventLintAsked asked = new EventLintAsked(event, now);
    rooms.fire(asked);
    List<EventWarning> all = new ArrayList<>(EventChecks.of(event, now));
    all.addAll(asked.warnings());
    return List.copyOf(all);
  }
}
