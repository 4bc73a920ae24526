package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import org.csoalliance.event.EventQuota;
import org.csoalliance.platform.sql.Rows;

/** Reads the categories and sessions of an event as people choose among them. */
@Dependent
public class OfferRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public OfferRepository() {}

  /** For tests. */
  public OfferRepository(EntityManager em) {
    this.em = em;
  }

  /** What is offered; asks the database only where the quotas hold such a thing. */
  Offers of(long eventId, List<EventQuota> quotas) {
    return new Offers(
        has(quotas, EventQuota.Kind.CATEGORY) ? categories(eventId) : List.of(),
        has(quotas, EventQuota.Kind.SESSION) ? sessions(eventId) : List.of());
  }

  private static boolean has(List<EventQuota> quotas, EventQuota.Kind kind) {
    return quotas.stream().anyMatch(quota -> quota.kind() == kind);
  }

  private List<Offers.Category> categories(long eventId) {
    return Rows.list(
        connection(),
        "select q.id, q.name, c.price, coalesce(c.currency, 'EUR') as currency,"
            + " coalesce(c.guests, false) as guests from event_quota q left join event_category c"
            + " on c.quota_id = q.id where q.event_id = ? and q.kind = 'CATEGORY' order by q.place,"
            + " q.id",
        List.of(eventId),
        row ->
            new Offers.Category(
                row.getLong("id"),
                row.getString("name"),
                row.getBigDecimal("price") == null ? BigDecimal.ZERO : row.getBigDecimal("price"),
                row.getString("currency").strip(),
                row.getBoolean("guests")));
  }

  private List<Offers.Session> sessions(long eventId) {
    return Rows.list(
        connection(),
        "select q.id, q.name, coalesce(s.track, '') as track, coalesce(s.room, '') as room,"
            + " coalesce(s.speaker, '') as speaker, s.starts_at, s.ends_at from event_quota q"
            + " left join event_session s on s.quota_id = q.id where q.event_id = ? and q.kind ="
            + " 'SESSION' and coalesce(s.chosen, true) order by s.starts_at, q.place, q.id",
        List.of(eventId),
        row ->
            new Offers.Session(
                row.getLong("id"),
                row.getString("name"),
                row.getString("track"),
                row.getString("room"),
                row.getString("speaker"),
                Rows.time(row, "starts_at"),
                Rows.time(row, "ends_at")));
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
