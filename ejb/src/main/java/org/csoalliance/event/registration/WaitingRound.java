package org.csoalliance.event.registration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.event.EventChanged;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.security.Reader;

/**
 * Lets offers end, hands the seats on and draws the lots, without a person. Two nodes may do it at
 * once: the quotas of the event are locked first, and an offer that the other node ended is not
 * there any more.
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

  @Inject private RoomRepository rooms;
  @Inject private SeatRepository seats;
  @Inject private RegistrationRepository rows;
  @Inject private WaitingRepository waiting;
  @Inject private RegistrationMails mails;
  @Inject private WaitingLine line;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Made by the container. */
  public WaitingRound() {}

  /** For tests. */
  WaitingRound(
      RoomRepository rooms,
      SeatRepository seats,
      RegistrationRepository rows,
      WaitingRepository waiting,
      RegistrationMails mails,
      WaitingLine line,
      AuditLog audit,
      Clock clock) {
    this.rooms = rooms;
    this.seats = seats;
    this.rows = rows;
    this.waiting = waiting;
    this.mails = mails;
    this.line = line;
    this.audit = audit;
    this.clock = clock;
  }

  /** Events with offers that have ended, lots to draw, or seats to offer. */
  public List<Long> due() {
    return waiting.eventsWithSomethingDue();
  }

  /**
   * Does what is due of one event: ends what has ended, draws the lots, offers seats to the next.
   *
   * @return how many offers ended
   */
  public int handOn(long eventId) {
    seats.lockQuotas(eventId);
    Room event = rooms.room(eventId).orElse(null);
    if (event == null) {
      return 0;
    }
    Instant now = clock.instant();
    List<Row> ended = waiting.endedOffers(eventId);
    for (Row row : ended) {
      seats.giveBack(row.id());
      rows.state(row.id(), RegistrationState.CANCELLED, now);
      rows.note(row.id(), "EXPIRED", "No answer to the offer.", Reader.SYSTEM, now);
      mails.expired(event, row);
    }
    if (event.rules().drawPending() && event.rules().drawSeed() == null) {
      waiting.seed(eventId, Draw.seed());
      event = rooms.room(eventId).orElseThrow();
    }
    if (waiting.drawDue(eventId)) {
      draw(event, now);
      event = rooms.room(eventId).orElseThrow();
    }
    line.offer(event);
    return ended.size();
  }

  /**
   * Puts everybody who asked in time in the order of the lots, and lets in whom there is a seat
   * for.
   */
  private void draw(Room event, Instant now) {
    List<Long> order =
        Draw.order(
            event.rules().drawSeed(), waiting.waiting(event.id()).stream().map(Row::id).toList());
    waiting.drawn(event.id(), order, now);
    List<Row> drawn = waiting.waiting(event.id());
    Set<UUID> seen = new HashSet<>();
    List<EventQuota> quotas = seats.quotas(event.id());
    int let = 0;
    for (Row next : drawn) {
      if (next.together() != null && !seen.add(next.together())) {
        continue;
      }
      List<Row> group = WaitingLine.group(next, drawn);
      boolean in = line.fits(event, group, quotas, 0);
      for (Row one : group) {
        if (in) {
          seats.take(one.id(), Seats.numbers(Seats.needed(quotas, one)));
          rows.state(one.id(), RegistrationState.ACCEPTED, now);
          let++;
        }
        rows.note(one.id(), in ? "ACCEPTED" : "DRAWN", "By the draw.", Reader.SYSTEM, now);
        mails.registered(event, rows.find(event.id(), one.id()).orElseThrow(), Reader.SYSTEM);
      }
      quotas = in ? seats.quotas(event.id()) : quotas;
    }
    audit.record(
        Reader.SYSTEM,
        "event.drawn",
        "event",
        event.slug(),
        let + " of " + order.size() + ", seed " + event.rules().drawSeed());
  }

  /** Seats that an organiser added go to the line; an event that is called off ends them all. */
  public void changed(@Observes EventChanged changed) {
    seats.lockQuotas(changed.eventId());
    Room event = rooms.room(changed.eventId()).orElseThrow();
    if (event.status() != EventStatus.CANCELLED) {
      line.offer(event);
      return;
    }
    Instant now = clock.instant();
    for (Row row : rows.all(event.id())) {
      if (OPEN.contains(row.state())) {
        seats.giveBack(row.id());
        rows.state(row.id(), RegistrationState.CANCELLED, now);
        rows.note(row.id(), "CANCELLED", "The event was called off.", Reader.SYSTEM, now);
      }
    }
  }
}
