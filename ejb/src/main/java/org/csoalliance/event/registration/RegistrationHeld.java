package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;

/** What the events hold on a person, and what becomes of it when the person goes. */
@Dependent
public class RegistrationHeld {
  private RegistrationHeldRepository data;
  private RoomRepository rooms;
  private SeatRepository seats;
  private WaitingLine line;

  /** For CDI. */
  protected RegistrationHeld() {}

  /** Reads and erases through the given repositories. */
  @Inject
  public RegistrationHeld(
      RegistrationHeldRepository data,
      RoomRepository rooms,
      SeatRepository seats,
      WaitingLine line) {
    this.data = data;
    this.rooms = rooms;
    this.seats = seats;
    this.line = line;
  }

  /** Adds registrations, what was answered, and their history. */
  public void asked(@Observes DataAsked asked) {
    asked.add("event-registrations", data.registrations(asked.accountId()));
    asked.add("event-registration-answers", data.answers(asked.accountId()));
    asked.add("event-registration-history", data.history(asked.accountId()));
    asked.add("event-registrations-handed-over", data.handedOver(asked.accountId()));
  }

  /** Seats of the erased go to the line; what is left says Former member. */
  public void erased(@Observes AccountErased erased) {
    for (Long event : data.open(erased.accountId(), erased.emailKey())) {
      seats.lockQuotas(event);
      data.end(event, erased.accountId(), erased.emailKey());
      rooms.room(event).ifPresent(line::offer);
    }
    data.erase(erased.accountId(), erased.emailKey());
  }
}
