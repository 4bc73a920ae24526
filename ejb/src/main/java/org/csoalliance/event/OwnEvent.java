package org.csoalliance.event;

import java.util.List;
import java.util.Set;

/**
 * An event at which the caller has a duty.
 *
 * @param template whether it is a draft to copy from
 * @param waiting how many wait for a seat
 * @param toDecide how many wait for a yes
 * @param duties of the caller
 */
public record OwnEvent(
    EventSummary summary, boolean template, int waiting, int toDecide, Set<EventDuty> duties) {
  /** Copies the duties. */
  public OwnEvent {
    duties = Set.copyOf(duties);
  }

  /** Whether the caller runs the event. */
  public boolean organises() {
    return duties.contains(EventDuty.ORGANISER);
  }

  /** The duties in words. */
  public List<String> words() {
    return duties.stream().sorted().map(EventDuty::words).toList();
  }
}
