package org.csoalliance.event.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.EventQuota;

/**
 * What the desk shows at a glance.
 *
 * @param counts registrations by group; never null, 0 where there are none
 * @param companies how many companies have a seat
 * @param quotas what can be full, in the order of the page
 * @param days registrations by day (UTC) of the last 60 days, without days that had none
 * @param oldestRequest since when the oldest request waits; null: none does
 * @param log the latest steps, the newest first
 */
public record DeskNumbers(
    Map<DeskGroup, Integer> counts,
    int companies,
    List<EventQuota> quotas,
    List<Day> days,
    Instant oldestRequest,
    List<Step> log) {
  /** Copies map and lists. */
  public DeskNumbers {
    counts = Map.copyOf(counts);
    quotas = List.copyOf(quotas);
    days = List.copyOf(days);
    log = List.copyOf(log);
  }

  /** Registrations of a day. */
  public record Day(LocalDate day, int count) {}

  /**
   * A step of a registration's history.
   *
   * @param what a state, or OFFERED, EXPIRED, MOVED
   * @param reason may be empty
   */
  public record Step(
      long registration, String person, Instant at, String what, String reason, String by) {}

  /** How many are in the group. */
  public int count(DeskGroup group) {
    return counts.getOrDefault(group, 0);
  }

  /** All registrations. */
  public int all() {
    int all = 0;
    for (DeskGroup group : DeskGroup.values()) {
      if (group != DeskGroup.CAME && group != DeskGroup.NO_SHOW) {
        all += count(group);
      }
    }
    return all;
  }
}
