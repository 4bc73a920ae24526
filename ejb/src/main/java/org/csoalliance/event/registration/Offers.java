package org.csoalliance.event.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What people choose among.
 *
 * @param categories in the order of the page
 * @param sessions those that are chosen, in the order of time
 */
record Offers(List<Category> categories, List<Session> sessions) {
  static final Offers NONE = new Offers(List.of(), List.of());

  /**
   * A category.
   *
   * @param guests whether people who are no members may choose it
   */
  record Category(long id, String name, BigDecimal price, String currency, boolean guests) {}

  /** A session that people choose. */
  record Session(
      long id,
      String name,
      String track,
      String room,
      String speaker,
      Instant startsAt,
      Instant endsAt) {
    boolean clashes(Session other) {
      return startsAt != null
          && other.startsAt != null
          && startsAt.isBefore(other.endsAt)
          && other.startsAt.isBefore(endsAt);
    }
  }
}
