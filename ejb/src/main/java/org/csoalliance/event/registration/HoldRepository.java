package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.csoalliance.platform.sql.Rows;

/**
 * Keeps the seats that are held while somebody fills in the form. The database tells the time;
 * whoever changes them holds the quotas of the event.
 */
@Dependent
public class HoldRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public HoldRepository() {}

  /** For tests. */
  public HoldRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * What is held.
   *
   * @param quotas by number
   */
  record Held(Instant until, Set<Long> quotas) {}

  /** What this person holds and has not ended. */
  Optional<Held> of(long eventId, String holder) {
    Set<Long> quotas = new TreeSet<>();
    return Rows.list(
            connection(),
            "select quota_id, until from seat_hold where event_id = ? and holder = ? and until >"
                + " now()",
            row -> {
              quotas.add(row.getLong("quota_id"));
              return new Held(Rows.time(row, "until"), quotas);
            },
            eventId,
            holder)
        .stream()
        .findFirst();
  }

  /** Holds seats from now on; those that are held already stay. */
  void add(long eventId, String holder, Set<Long> quotas, int minutes) {
    for (Long quota : quotas) {
      Rows.change(
          connection(),
          "insert into seat_hold (event_id, holder, quota_id, until) values (?, ?, ?, coalesce("
              + "(select min(h.until) from seat_hold h where h.event_id = ? and h.holder = ?),"
              + " now() + make_interval(mins => ?))) on conflict do nothing",
          eventId,
          holder,
          quota,
          eventId,
          holder,
          minutes);
    }
  }

  /** Gives back what is held of others than these. */
  void keepOnly(long eventId, String holder, Set<Long> quotas) {
    Rows.change(
        connection(),
        "delete from seat_hold where event_id = ? and holder = ? and cast(quota_id as text) <> all"
            + " (?)",
        eventId,
        holder,
        quotas.stream().map(String::valueOf).toList());
  }

  /**
   * Ends what this person holds.
   *
   * @return how many seats came free by that
   */
  int end(long eventId, String holder) {
    return Rows.change(
        connection(), "delete from seat_hold where event_id = ? and holder = ?", eventId, holder);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
