package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.error.NotFoundException;

/** Who may stand at the door of an event. Another's event is answered as one that is not there. */
@Dependent
public class DoorAccess {
  private EventAccess access;

  /** For CDI. */
  protected DoorAccess() {}

  /** Asks for the duties of the caller. */
  @Inject
  public DoorAccess(EventAccess access) {
    this.access = access;
  }

  /** Lets whoever checks people in at the event pass. */
  void checking(long eventId) {
    access.require(eventId, EventDuty.ORGANISER, EventDuty.CHECK_IN);
  }

  /** Lets whoever runs the event pass: badges, certificates, their withdrawal. */
  void organising(long eventId) {
    access.require(eventId, EventDuty.ORGANISER);
  }

  static NotFoundException unknown() {
    return new NotFoundException("There is no such event.");
  }
}
