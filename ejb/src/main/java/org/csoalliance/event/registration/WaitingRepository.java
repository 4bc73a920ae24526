package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.event.LineSql;
import org.csoalliance.platform.sql.Rows;

/**
 * The line of those who wait: by priority, then by the draw where there was one, then as they came.
 */
@Dependent
public class WaitingRepository {
  /** So many are looked at behind those who are asked for. */
  private static final int LAST = 50;

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public WaitingRepository() {}

  /** For tests. */
  public WaitingRepository(EntityManager em) {
    this.em = em;
  }

  /** Who waits and has no offer, in the order of the list. */
  List<Row> waiting(long eventId) {
    return RegistrationRepository.rows(
        connection(),
        "r.event_id = ? and r.state = 'WAITLISTED' and r.offer_until is null"
            + " order by "
            + LineSql.order("r"),
        eventId);
  }

  /** The number of whoever gets the next offer. */
  Optional<Long> first(long eventId) {
    return Rows.first(
        connection(),
        "select r.id from registration r where r.event_id = ? and r.state = 'WAITLISTED' and"
            + " r.offer_until is null order by "
            + LineSql.order("r")
            + " limit 1",
        List.of(eventId),
        row -> row.getLong(1));
  }

  /**
   * Places in the waiting list from 1, those with an offer among the places, of those who wait, by
   * the number of the registration.
   */
  Map<Long, Integer> positions(List<Row> rows) {
    List<Row> waiting =
        rows.stream().filter(row -> row.state() == RegistrationState.WAITLISTED).toList();
    Map<Long, Integer> places = new HashMap<>();
    waiting.stream()
        .map(Row::eventId)
        .distinct()
        .forEach(event -> places.putAll(last(event, waiting.size() + LAST)));
    places.keySet().retainAll(waiting.stream().map(Row::id).toList());
    List<String> before =
        waiting.stream()
            .map(Row::id)
            .filter(id -> !places.containsKey(id))
            .map(String::valueOf)
            .toList();
    if (!before.isEmpty()) {
      Rows.list(
          connection(),
          "select r.id, "
              + LineSql.place("r")
              + " as place from registration r where r.id = any(cast(? as bigint[]))",
          found -> places.put(found.getLong("id"), found.getInt("place")),
          before);
    }
    return places;
  }

  /**
   * The places of the last so many of the line, in one walk from its end: newcomers stand there.
   * Asked one by one, each would have the planner read the whole line where it has just grown.
   */
  private Map<Long, Integer> last(long eventId, int most) {
    Map<Long, Integer> places = new HashMap<>();
    Rows.list(
        connection(),
        "select w.id, (select q.waiting from event_quota q where q.event_id = w.event_id and q.kind"
            + " = 'EVENT') as waiting from registration w where w.event_id = ? and w.state ="
            + " 'WAITLISTED' order by "
            + LineSql.backwards("w")
            + " limit ?",
        row -> places.put(row.getLong("id"), row.getInt("waiting") - places.size()),
        eventId,
        most);
    return places;
  }

  /**
   * Offers the seats that were taken for somebody who waits. The database tells the time, so that a
   * node whose clock is wrong neither shortens nor lengthens an offer.
   *
   * @return until when: so many hours from now, and never past the start
   */
  Instant offer(long id, int hours, Instant startsAt, Instant now) {
    return Rows.first(
            connection(),
            "update registration set offer_until = least(now() + make_interval(hours => ?), ?),"
                + " updated_at = ? where id = ? returning offer_until",
            List.of(hours, startsAt, now, id),
            row -> Rows.time(row, "offer_until"))
        .orElseThrow();
  }

  /**
   * Events in which something is due by the clock of the database: an offer, or the hold of a form,
   * has ended, a window of a draw is over, or somebody waits although a seat is free, as after
   * quiet hours.
   */
  List<Long> eventsWithSomethingDue() {
    return Rows.list(
        connection(),
        "select event_id from registration where offer_until <= now() union select event_id from"
            + " seat_hold where until <= now() union select e.id from event e"
            + " left join event_rules u on u.event_id = e.id where e.draw_at is not null and"
            + " u.drawn_at is null and e.starts_at > now() and e.status in ('OPEN', 'WAITLIST',"
            + " 'CLOSED') and (u.draw_seed is null or e.draw_at <= now()) union select q.event_id"
            + " from event_quota q join event e on e.id = q.event_id where q.kind = 'EVENT' and"
            + " (q.capacity is null or q.taken < q.capacity) and e.status in ('OPEN', 'WAITLIST',"
            + " 'CLOSED') and e.starts_at > now() and (e.draw_at is null or exists (select 1 from"
            + " event_rules u where u.event_id = e.id and u.drawn_at is not null)) and exists"
            + " (select 1 from registration r where r.event_id = e.id and r.state = 'WAITLISTED'"
            + " and r.offer_until is null)"
            + " order by 1 limit 100",
        row -> row.getLong(1));
  }

  /** Offers of an event that have ended by the clock of the database. */
  List<Row> endedOffers(long eventId) {
    return RegistrationRepository.rows(
        connection(),
        "r.event_id = ? and r.offer_until <= now() order by r.offer_until, r.id",
        eventId);
  }

  /** Moves somebody in the line; the higher first. */
  void priority(long id, int priority, Instant now) {
    Rows.change(
        connection(),
        "update registration set priority = ?, updated_at = ? where id = ?",
        priority,
        now,
        id);
  }

  /** Draws the seed of a draw that has none; one that there is stays. */
  void seed(long eventId, String seed) {
    Rows.change(
        connection(),
        "insert into event_rules (event_id, draw_seed) values (?, ?) on conflict (event_id) do"
            + " update set draw_seed = coalesce(event_rules.draw_seed, excluded.draw_seed)",
        eventId,
        seed);
  }

  /** Whether the window of the draw is over by the clock of the database and nobody drew yet. */
  boolean drawDue(long eventId) {
    return !Rows.list(
            connection(),
            "select 1 from event e join event_rules u on u.event_id = e.id where e.id = ? and"
                + " e.draw_at <= now() and u.drawn_at is null for update of u",
            row -> row.getInt(1),
            eventId)
        .isEmpty();
  }

  /** Writes down the places that were drawn. */
  void drawn(long eventId, List<Long> order, Instant now) {
    for (int place = 0; place < order.size(); place++) {
      Rows.change(
          connection(),
          "update registration set drawn = ?, updated_at = ? where id = ?",
          place + 1,
          now,
          order.get(place));
    }
    Rows.change(
        connection(), "update event_rules set drawn_at = now() where event_id = ?", eventId);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
