package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.csoalliance.event.EventQuota;
import org.csoalliance.event.EventStatus;
import org.csoalliance.platform.security.Reader;

/**
 * Offers seats that came free to whoever waits, in the order of the list. An offer holds the seat
 * until it is taken, declined or ends; then it goes to the next. Somebody for whom no seat fits (a
 * full session, the cap of their company, too few for their group) is passed over and keeps the
 * place. In quiet hours and before a draw nothing is offered.
 */
@Dependent
public class WaitingLine {
  private SeatRepository seats;
  private WaitingRepository waiting;
  private RegistrationRepository rows;
  private RegistrationMails mails;
  private Clock clock;

  /** For CDI. */
  protected WaitingLine() {}

  /** Offers by the given clock. */
  @Inject
  public WaitingLine(
      SeatRepository seats,
      WaitingRepository waiting,
      RegistrationRepository rows,
      RegistrationMails mails,
      Clock clock) {
    this.seats = seats;
    this.waiting = waiting;
    this.rows = rows;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Offers whatever is free. The caller holds the quotas of the event.
   *
   * @return how many offers were made
   */
  int offer(Room event) {
    Instant now = clock.instant();
    boolean over = !event.status().takesRegistrations() && event.status() != EventStatus.CLOSED;
    if (over
        || !now.isBefore(event.startsAt())
        || event.rules().drawPending()
        || event.quiet(now)
        || !room(seats.quotas(event.id()))) {
      return 0;
    }
    int made = 0;
    List<Row> line = waiting.waiting(event.id());
    Set<UUID> seen = new HashSet<>();
    List<EventQuota> quotas = seats.quotas(event.id());
    for (Row next : line) {
      if (!room(quotas)) {
        break;
      }
      if (next.together() != null && !seen.add(next.together())) {
        continue;
      }
      List<Row> group = group(next, line);
      if (!fits(event, group, quotas, 0)) {
        continue;
      }
      for (Row one : group) {
        hold(event, one, quotas, now);
        made++;
      }
      quotas = seats.quotas(event.id());
    }
    return made;
  }

  private void hold(Room event, Row one, List<EventQuota> quotas, Instant now) {
    seats.take(one.id(), Seats.numbers(Seats.needed(quotas, one)));
    Instant until = waiting.offer(one.id(), event.offerHours(), event.startsAt(), now);
    rows.note(one.id(), "OFFERED", "", Reader.SYSTEM, now);
    mails.offered(event, one, until);
  }

  private static boolean room(List<EventQuota> quotas) {
    return quotas.stream()
        .filter(quota -> quota.kind() == EventQuota.Kind.EVENT)
        .allMatch(EventQuota::hasRoom);
  }

  /** Those who want seats all at once; one alone is a group of one. */
  static <W extends Wish> List<W> group(W one, List<W> line) {
    return one.together() == null
        ? List.of(one)
        : line.stream().filter(other -> one.together().equals(other.together())).toList();
  }

  /**
   * Whether seats are free for all of them that they may have.
   *
   * @param more seats of their company that are not written yet
   */
  boolean fits(Room event, List<? extends Wish> group, List<EventQuota> quotas, int more) {
    Map<Long, Integer> wanted = new HashMap<>();
    for (Wish one : group) {
      Seats.needed(quotas, one).forEach(quota -> wanted.merge(quota.id(), 1, Integer::sum));
    }
    return quotas.stream()
            .allMatch(q -> q.left() == null || q.left() >= wanted.getOrDefault(q.id(), 0))
        && !capped(event, group.get(0).companyId(), group.size() + more);
  }

  /** Whether the company would have more seats than one company may have. */
  boolean capped(Room event, Long companyId, int more) {
    return event.companyCap() != null
        && companyId != null
        && seats.ofCompany(event.id(), companyId) + more > event.companyCap();
  }

  /**
   * Whether there are seats, whoever waits: for somebody who held one before they came.
   *
   * @param more seats of the company that are not written yet
   */
  boolean free(Room event, List<EventQuota> needed, Long companyId, int many, int more) {
    return event.status() == EventStatus.OPEN
        && !event.rules().drawPending()
        && needed.stream().allMatch(quota -> quota.left() == null || quota.left() >= many)
        && !capped(event, companyId, many + more);
  }

  /** Whether a newcomer may have seats: they are free, and nobody waits whom they would fit. */
  boolean freeFor(
      Room event, List<EventQuota> quotas, List<EventQuota> needed, Long companyId, int many) {
    return tally(event, quotas).freeFor(needed, companyId, many);
  }

  /** Begins to count those who are let in together, with what the database counts. */
  Tally tally(Room event, List<EventQuota> quotas) {
    return new Tally(event, quotas, this, () -> waiting.waiting(event.id()));
  }
}
