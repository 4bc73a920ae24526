package org.csoalliance.event.registration;

import java.util.ArrayList;
import java.util.List;
import org.csoalliance.event.AttendanceMode;
import org.csoalliance.event.EventQuota;

/**
 * Which seats a registration needs: one in the event, and one in each of its category, its way to
 * take part and its sessions, as far as the event limits them.
 */
final class Seats {
  private Seats() {}

  /** The quotas that somebody with these choices takes a seat in, in the order of their numbers. */
  static List<EventQuota> needed(
      List<EventQuota> quotas, Long category, AttendanceMode mode, List<Long> sessions) {
    List<EventQuota> needed = new ArrayList<>();
    for (EventQuota quota : quotas) {
      boolean takes =
          switch (quota.kind()) {
            case EVENT -> true;
            case CATEGORY -> category != null && category == quota.id();
            case MODE -> quota.name().equals(mode.name());
            case SESSION -> sessions.contains(quota.id());
          };
      if (takes) {
        needed.add(quota);
      }
    }
    return needed;
  }

  /** The quotas that this registration takes a seat in. */
  static List<EventQuota> needed(List<EventQuota> quotas, Wish wish) {
    return needed(quotas, wish.category(), wish.mode(), wish.sessions());
  }

  /** The numbers of the quotas. */
  static List<Long> numbers(List<EventQuota> quotas) {
    return quotas.stream().map(EventQuota::id).toList();
  }
}
