package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/** Whose a registration is, and who sits at the desk of its event. */
@Dependent
public class RegistrationAccess {
  private RoomRepository rooms;
  private RegistrationRepository rows;
  private CallerContext caller;

  /** For CDI. */
  protected RegistrationAccess() {}

  /** Asks the given repositories for the caller. */
  @Inject
  public RegistrationAccess(
      RoomRepository rooms, RegistrationRepository rows, CallerContext caller) {
    this.rooms = rooms;
    this.rows = rows;
    this.caller = caller;
  }

  /** Who calls. */
  Reader signedIn() {
    Reader reader = caller.reader();
    if (!reader.signedIn()) {
      throw new RefusedException("Sign in to register.");
    }
    return reader;
  }

  /** The event, which the caller may see. */
  Room seen(String slug) {
    return seen(rooms.room(slug == null ? "" : slug), caller.reader());
  }

  /** The event that was found, which the reader may see. */
  static Room seen(Optional<Room> found, Reader reader) {
    return found
        .filter(
            event ->
                desk(event, reader)
                    || (event.status() != EventStatus.DRAFT && event.audience().seenBy(reader)))
        .orElseThrow(() -> new NotFoundException("There is no such event."));
  }

  /** The event, at whose desk the caller sits. */
  Room atDesk(String slug) {
    Room event = seen(slug);
    if (!desk(event)) {
      throw new NotFoundException("There is no such event.");
    }
    return event;
  }

  /** Whether the caller decides about registrations of the event. */
  boolean desk(Room event) {
    return desk(event, caller.reader());
  }

  /** Whether the reader does. */
  static boolean desk(Room event, Reader reader) {
    return EventAccess.organises(reader, event.organisers());
  }

  /** The caller's own registration, one made by the caller, or one of an event of the caller's. */
  Row own(Room event, long id) {
    return rows.find(event.id(), id)
        .filter(row -> mine(row) || desk(event))
        .orElseThrow(() -> new NotFoundException("There is no such registration."));
  }

  /** Whether it is the caller's own, or was made by the caller for somebody else. */
  boolean mine(Row row) {
    return mine(row, caller.reader());
  }

  /** The same for any reader. */
  static boolean mine(Row row, Reader reader) {
    return reader.signedIn()
        && (reader.accountId().equals(row.accountId()) || reader.accountId().equals(row.byId()));
  }

  /** Whether the caller acts for somebody else by sitting at the desk. */
  boolean forAnother(Room event, Row row) {
    return desk(event) && !caller.reader().accountId().equals(row.accountId());
  }
}
