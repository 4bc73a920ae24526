package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.security.Reader;

/**
 * Offers seats that came free to whoever waits, in the order of the list. An offer holds the seat
 * until it is taken, declined or ends; then it goes to the next. Somebody for whom no seat fits (a
 * full session, the cap of their company) is passed over and keeps the place.
 */
@Dependent
public class WaitingLine {
  private RegistrationRepository registrations;
  private RegistrationMails mails;
  private Clock clock;

  /** For CDI. */
  protected WaitingLine() {}

  /** Offers by the given clock. */
  @Inject
  public WaitingLine(RegistrationRepository registrations, RegistrationMails mails, Clock clock) {
    this.registrations = registrations;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Offers whatever is free. The caller holds the quotas of the event.
   *
   * @return how many offers were made
   */
  int offer(RegistrationRepository.Room event) {
    Instant now = clock.instant();
    boolean over = !event.status().takesRegistrations() && event.status() != EventStatus.CLOSED;
    if (over || !now.isBefore(event.startsAt())) {
      return 0;
    }
    int made = 0;
    for (RegistrationRepository.Row next : registrations.waiting(event.id())) {
      List<EventQuota> quotas = registrations.quotas(event.id());
      if (!quotas.stream()
          .filter(quota -> quota.kind() == EventQuota.Kind.EVENT)
          .allMatch(EventQuota::hasRoom)) {
        break;
      }
      if (!fits(event, next, quotas)) {
        continue;
      }
      registrations.take(
          next.id(),
          Seats.numbers(Seats.needed(quotas, next.category(), next.mode(), next.sessions())));
      Instant until = registrations.offer(next.id(), event.offerHours(), event.startsAt(), now);
      registrations.note(next.id(), "OFFERED", "", Reader.SYSTEM, now);
      mails.offered(event, next, until);
      made++;
    }
    return made;
  }

  /** Whether a seat is free that this person may have. */
  boolean fits(
      RegistrationRepository.Room event, RegistrationRepository.Row next, List<EventQuota> quotas) {
    return Seats.free(Seats.needed(quotas, next.category(), next.mode(), next.sessions()))
        && !capped(event, next.companyId());
  }

  /** Whether the company has all the seats that one company may have. */
  boolean capped(RegistrationRepository.Room event, Long companyId) {
    return event.companyCap() != null
        && companyId != null
        && registrations.ofCompany(event.id(), companyId) >= event.companyCap();
  }
}
