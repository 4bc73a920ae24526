package org.csoalliance.event.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.csoalliance.event.EventChanged;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.security.Reader;

/**
 * Lets offers end and hands the seats on, without a person. Two nodes may do it at once: the quotas
 * of the event are locked first, and an offer that the other node ended is not there any more.
 */
@Stateless
@PermitAll
public class WaitingRound {
  private static final List<RegistrationState> OPEN =
      List.of(
          RegistrationState.REQUESTED,
          RegistrationState.VETTING,
          RegistrationState.ACCEPTED,
          RegistrationState.CONFIRMED,
          RegistrationState.WAITLISTED);

  @Inject private RegistrationRepository registrations;
  @Inject private RegistrationMails mails;
  @Inject private WaitingLine line;
  @Inject private Clock clock;

  /** Made by the container. */
  public WaitingRound() {}

  /** For tests. */
  public WaitingRound(RegistrationRepository registrations, RegistrationMails mails, Clock clock) {
    this.registrations = registrations;
    this.mails = mails;
    this.line = new WaitingLine(registrations, mails, clock);
    this.clock = clock;
  }

  /** Events with offers that have ended. */
  public List<Long> due() {
    return registrations.eventsWithEndedOffers();
  }

  /**
   * Ends what has ended of one event and offers the seats to the next.
   *
   * @return how many offers ended
   */
  public int handOn(long eventId) {
    registrations.lockQuotas(eventId);
    RegistrationRepository.Room event = registrations.room(eventId).orElse(null);
    if (event == null) {
      return 0;
    }
    Instant now = clock.instant();
    List<RegistrationRepository.Row> ended = registrations.endedOffers(eventId);
    for (RegistrationRepository.Row row : ended) {
      registrations.giveBack(row.id());
      registrations.state(row.id(), RegistrationState.CANCELLED, now);
      registrations.note(row.id(), "EXPIRED", "No answer to the offer.", Reader.SYSTEM, now);
      mails.expired(event, row);
    }
    line.offer(event);
    return ended.size();
  }

  /** Seats that an organiser added go to the line; an event that is called off ends them all. */
  public void changed(@Observes EventChanged changed) {
    registrations.lockQuotas(changed.eventId());
    RegistrationRepository.Room event = registrations.room(changed.eventId()).orElseThrow();
    if (event.status() != EventStatus.CANCELLED) {
      line.offer(event);
      return;
    }
    Instant now = clock.instant();
    for (RegistrationRepository.Row row : registrations.all(event.id())) {
      if (OPEN.contains(row.state())) {
        registrations.giveBack(row.id());
        registrations.state(row.id(), RegistrationState.CANCELLED, now);
        registrations.note(row.id(), "CANCELLED", "The event was called off.", Reader.SYSTEM, now);
        mails.decided(event, row, RegistrationState.CANCELLED, "The event was called off.");
      }
    }
  }
}
