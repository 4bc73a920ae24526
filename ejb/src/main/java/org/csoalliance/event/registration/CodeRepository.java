package org.csoalliance.event.registration;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.csoalliance.platform.sql.Rows;

/** Keeps invitation codes and counts their uses. */
@Dependent
public class CodeRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public CodeRepository() {}

  /** For tests. */
  public CodeRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * A code that is good for one more.
   *
   * @param category the quota that it is bound to; null: any
   */
  record Used(long id, Long category) {}

  /**
   * Uses a code once more, in one statement that counts and asks at once, so that of many who use
   * the last of it at the same time one does.
   *
   * @return empty when there is none such, or it is used up, withdrawn or has expired
   */
  Optional<Used> use(long eventId, String code) {
    return Rows.first(
        connection(),
        "update event_code set used = used + 1 where event_id = ? and code = ? and used < uses and"
            + " not withdrawn and (expires_at is null or expires_at > now()) returning id,"
            + " category_id",
        List.of(eventId, code),
        row -> new Used(row.getLong("id"), row.getObject("category_id", Long.class)));
  }

  /** Takes a use back that came to nothing. */
  void giveBack(long id) {
    Rows.change(connection(), "update event_code set used = used - 1 where id = ?", id);
  }

  /** Whether a code can be used at this moment; changes nothing. */
  Optional<Used> look(long eventId, String code) {
    return Rows.first(
        connection(),
        "select id, category_id from event_code where event_id = ? and code = ? and used < uses and"
            + " not withdrawn and (expires_at is null or expires_at > now())",
        List.of(eventId, code),
        row -> new Used(row.getLong("id"), row.getObject("category_id", Long.class)));
  }

  /** The codes of an event, the newest first. */
  List<InvitationCode> all(long eventId) {
    return Rows.list(
        connection(),
        "select c.id, c.code, c.note, q.name as category, c.uses, c.used, c.expires_at,"
            + " c.withdrawn, coalesce(c.expires_at <= now(), false) as expired from event_code c"
            + " left join event_quota q on q.id = c.category_id where c.event_id = ? order by c.id"
            + " desc limit 2000",
        List.of(eventId),
        row ->
            new InvitationCode(
                row.getLong("id"),
                row.getString("code"),
                row.getString("note"),
                row.getString("category"),
                row.getInt("uses"),
                row.getInt("used"),
                Rows.time(row, "expires_at"),
                row.getBoolean("withdrawn"),
                row.getBoolean("expired")));
  }

  /** Keeps a new code. */
  void add(
      long eventId,
      String code,
      String note,
      Long category,
      int uses,
      Instant expiresAt,
      Instant now) {
    Rows.change(
        connection(),
        "insert into event_code (event_id, code, note, category_id, uses, expires_at, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        Arrays.asList(eventId, code, note, category, uses, expiresAt, now));
  }

  /** Withdraws a code; who used it keeps the registration. */
  int withdraw(long eventId, long id) {
    return Rows.change(
        connection(),
        "update event_code set withdrawn = true where event_id = ? and id = ? and not withdrawn",
        eventId,
        id);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
