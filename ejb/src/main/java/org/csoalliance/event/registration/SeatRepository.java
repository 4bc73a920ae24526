package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.csoalliance.event.EventQuota;
import org.csoalliance.platform.sql.Rows;

/** What can be full, and the seats in it. Whoever takes or gives back locks the quotas first. */
@Dependent
public class SeatRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public SeatRepository() {}

  /** For tests. */
  public SeatRepository(EntityManager em) {
    this.em = em;
  }

  /** The quotas of an event as they are now. */
  List<EventQuota> quotas(long eventId) {
    return Rows.list(
        connection(),
        "select id, kind, name, capacity, taken from event_quota where event_id = ? order by id",
        List.of(eventId),
        SeatRepository::quota);
  }

  /**
   * The quotas of an event, locked in the order of their numbers: whoever takes or gives back seats
   * of one event follows the one before, and nobody waits in a ring. Seats that were held for a
   * form and have ended by the clock of the database are free from here on.
   */
  List<EventQuota> lockQuotas(long eventId) {
    boolean[] ended = {false};
    List<EventQuota> locked =
        Rows.list(
            connection(),
            "select id, kind, name, capacity, taken, exists (select 1 from seat_hold h where"
                + " h.event_id = q.event_id and h.until <= now()) as ended from event_quota q where"
                + " event_id = ? order by id for update of q",
            List.of(eventId),
            row -> {
              ended[0] |= row.getBoolean("ended");
              return quota(row);
            });
    if (!ended[0]) {
      return locked;
    }
    Rows.change(
        connection(), "delete from seat_hold where event_id = ? and until <= now()", eventId);
    return quotas(eventId);
  }

  private static EventQuota quota(ResultSet row) throws SQLException {
    return new EventQuota(
        row.getLong("id"),
        EventQuota.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("capacity", Integer.class),
        row.getInt("taken"));
  }

  /** Takes a seat in each quota; the database counts them, and refuses one too many. */
  void take(long id, List<Long> quotas) {
    take(Collections.nCopies(quotas.size(), id), quotas);
  }

  /** Takes the seats of many in one statement. */
  void take(List<Arrivals.Arrival> arrived) {
    List<Long> ids = new ArrayList<>();
    List<Long> quotas = new ArrayList<>();
    for (Arrivals.Arrival one : arrived) {
      for (Long quota : one.newcomer().seats()) {
        ids.add(one.row().id());
        quotas.add(quota);
      }
    }
    take(ids, quotas);
  }

  private void take(List<Long> ids, List<Long> quotas) {
    if (!ids.isEmpty()) {
      Rows.change(
          connection(),
          "insert into registration_seat (registration_id, quota_id) select * from"
              + " unnest(cast(? as bigint[]), cast(? as bigint[]))",
          texts(ids),
          texts(quotas));
    }
  }

  private static List<String> texts(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).toList();
  }

  /** Begins what {@link #undo} takes back, inside of the transaction. */
  void mark() {
    Rows.change(connection(), "savepoint party");
  }

  /** Takes back whatever was written since {@link #mark}. */
  void undo() {
    Rows.change(connection(), "rollback to savepoint party");
  }

  /** Gives the seats back. */
  void giveBack(long id) {
    Rows.change(connection(), "delete from registration_seat where registration_id = ?", id);
  }

  /** Whether the registration holds seats. */
  boolean holds(long id) {
    return !Rows.list(
            connection(),
            "select 1 from registration_seat where registration_id = ? limit 1",
            row -> row.getInt(1),
            id)
        .isEmpty();
  }

  /** How many of a company have a seat or an offer. */
  int ofCompany(long eventId, long companyId) {
    return Rows.first(
            connection(),
            "select count(*) from registration where event_id = ? and company_id = ? and (state in"
                + " ('ACCEPTED', 'CONFIRMED', 'ATTENDED', 'NO_SHOW') or offer_until is not null)",
            List.of(eventId, companyId),
            row -> row.getInt(1))
        .orElseThrow();
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
