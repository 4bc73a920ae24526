package org.csoalliance.event;

import java.time.Instant;
import java.util.List;

/**
 * The page of an event, as this reader may see it.
 *
 * @param venue null where this reader may not see it yet
 * @param quotas what can be full, in the order of the page
 * @param waiting how many wait for a seat
 * @param mine the reader's own registration, null when there is none
 * @param organiser whether the reader may change the event
 * @param version for changes: what the reader has seen
 * @param programme agenda, papers and what else the page shows
 */
public record EventDetail(
    EventSummary summary,
    String text,
    String organisers,
    String venue,
    boolean venueHidden,
    String languages,
    RoomRule rule,
    boolean approval,
    Integer companyCap,
    Instant cancelUntil,
    int offerHours,
    String statusReason,
    List<EventQuota> quotas,
    int waiting,
    OwnRegistration mine,
    boolean organiser,
    int version,
    EventProgramme programme) {
  /** Copies the quotas. */
  public EventDetail {
    quotas = List.copyOf(quotas);
  }

  /** No registration from then on; null: until it starts. */
  public Instant closesAt() {
    return summary.closesAt();
  }

  /**
   * What the reader has.
   *
   * @param seat whether it takes a seat
   * @param offerUntil until when a held seat waits for a yes; null: no offer
   * @param position place in the waiting list, from 1; null: not waiting
   */
  public record OwnRegistration(
      long id, String state, boolean seat, Instant offerUntil, Integer position, String ticket) {}
}
