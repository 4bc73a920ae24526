package org.csoalliance.event.calendar;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.csoalliance.event.MadeEvents;

/** Calendars for tests. */
public final class MadeCalendars {
  private MadeCalendars() {}

  /** The repository of the given entity manager. */
  public static EventCalendarRepository repository(EntityManager em) {
    return new EventCalendarRepository(em);
  }

  /** Keeps an address. */
  public static void keep(EntityManager em, long account, byte[] hash) {
    repository(em).keep(account, hash, MadeEvents.NOW);
  }

  /** What stands behind an address. */
  public static Optional<List<CalendarEntry>> ofToken(
      EntityManager em, byte[] hash, Instant since) {
    return repository(em).ofToken(hash, since);
  }

  /** Ends an address. */
  public static void revoke(EntityManager em, long account) {
    repository(em).revoke(account);
  }
}
