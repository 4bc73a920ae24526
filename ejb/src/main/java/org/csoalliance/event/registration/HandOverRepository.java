package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.csoalliance.platform.sql.Rows;

/** Keeps who handed a registration to whom. */
@Dependent
public class HandOverRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public HandOverRepository() {}

  /** For tests. */
  public HandOverRepository(EntityManager em) {
    this.em = em;
  }

  /** To whom, and when. */
  record Kept(String to, Instant at) {}

  /** Keeps that this registration, as it was, went to somebody else. */
  void keep(Row from, String to, Instant now) {
    Rows.change(
        connection(),
        "insert into registration_handover (from_ticket, registration_id, from_account, to_name, at)"
            + " values (?, ?, ?, ?, ?)",
        Arrays.asList(from.ticket(), from.id(), from.accountId(), to, now));
  }

  /** To whom the account last handed the registration. */
  Optional<Kept> byAccount(long eventId, long id, long accountId) {
    return kept(eventId, id, "h.from_account = ?", accountId);
  }

  /** To whom the guest of this ticket handed the registration. */
  Optional<Kept> byTicket(long eventId, long id, UUID ticket) {
    return kept(eventId, id, "h.from_account is null and h.from_ticket = ?", ticket);
  }

  private Optional<Kept> kept(long eventId, long id, String condition, Object value) {
    return Rows.list(
            connection(),
            "select h.to_name, h.at from registration_handover h join registration r on r.id ="
                + " h.registration_id where r.event_id = ? and r.id = ? and "
                + condition
                + " order by h.at desc limit 1",
            row -> new Kept(row.getString("to_name"), Rows.time(row, "at")),
            eventId,
            id,
            value)
        .stream()
        .findFirst();
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
