package org.csoalliance.event.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.csoalliance.event.EventAudience;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;

/**
 * Holds a seat while the form is open, for whoever could register by it: somebody of the alliance,
 * or the guest of a signed link.
 */
@Stateless
@PermitAll
public class HoldService {
  @Inject private SeatHolds holds;
  @Inject private GuestRegistrationService guests;
  @Inject private RegistrationAccess access;
  @Inject private RegistrationRepository rows;
  @Inject private RoomRepository rooms;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public HoldService() {}

  /** For tests. */
  HoldService(
      SeatHolds holds,
      GuestRegistrationService guests,
      RegistrationAccess access,
      RegistrationRepository rows,
      RoomRepository rooms,
      CallerContext caller) {
    this.holds = holds;
    this.guests = guests;
    this.access = access;
    this.rows = rows;
    this.rooms = rooms;
    this.caller = caller;
  }

  /**
   * Holds a seat for whoever opens the form; once held it is not made longer.
   *
   * @param token of a guest's link; empty: the caller's account
   * @return until when; null where none is held: the organiser does not want it, no seat is free,
   *     somebody waits, or the person is registered already
   * @throws NotFoundException when there is no such event, or the link opens nothing
   */
  public Instant open(String slug, String token) {
    if (!token.isEmpty()) {
      GuestForm form = guests.form(slug, token);
      return form.form().mine() != null
          ? null
          : holds.open(room(slug), SeatHolds.holder(Reader.VISITOR, form.mail()), null, true);
    }
    Reader reader = caller.reader();
    Room event = access.seen(slug);
    if (!reader.signedIn() || !EventAudience.insider(reader)) {
      return null;
    }
    Person person = rooms.person(reader.accountId()).orElseThrow();
    return rows.counting(event.id(), RegistrationEngine.key(person.mail())).isPresent()
        ? null
        : holds.open(event, SeatHolds.holder(reader, ""), reader.companyId(), false);
  }

  /**
   * Gives the held seat back; it is offered to whoever waits.
   *
   * @param token of a guest's link; empty: the caller's account
   * @throws NotFoundException when there is no such event, or the link opens nothing
   */
  public void release(String slug, String token) {
    if (!token.isEmpty()) {
      String mail = guests.form(slug, token).mail();
      holds.release(room(slug), SeatHolds.holder(Reader.VISITOR, mail));
      return;
    }
    Reader reader = caller.reader();
    Room event = access.seen(slug);
    if (reader.signedIn()) {
      holds.release(event, SeatHolds.holder(reader, ""));
    }
  }

  private Room room(String slug) {
    return rooms.room(slug).orElseThrow(() -> new NotFoundException("There is no such event."));
  }
}
