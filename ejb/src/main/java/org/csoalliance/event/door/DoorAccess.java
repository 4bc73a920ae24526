package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.Reader;

/** Who may stand at the door of an event. Another's event is answered as one that is not there. */
@Dependent
public class DoorAccess {
  private DoorRepository doors;

  /** For CDI. */
  protected DoorAccess() {}

  /** Reads events from the given repository. */
  @Inject
  public DoorAccess(DoorRepository doors) {
    this.doors = doors;
  }

  /** The event, for whoever checks people in there. */
  DoorRepository.Venue checking(String slug, Reader reader) {
    return doors
        .venue(slug == null ? "" : slug)
        .filter(venue -> mayCheck(venue, reader))
        .orElseThrow(DoorAccess::unknown);
  }

  /** Whether the reader checks people in at the event. */
  boolean mayCheck(DoorRepository.Venue venue, Reader reader) {
    return reader.signedIn() && reader.accountId().equals(venue.organiserId());
  }

  /** The event, for whoever organises it: badges, certificates, their withdrawal. */
  DoorRepository.Venue organising(String slug, Reader reader) {
    return doors
        .venue(slug == null ? "" : slug)
        .filter(venue -> reader.signedIn() && reader.accountId().equals(venue.organiserId()))
        .orElseThrow(DoorAccess::unknown);
  }

  static NotFoundException unknown() {
    return new NotFoundException("There is no such event.");
  }
}
