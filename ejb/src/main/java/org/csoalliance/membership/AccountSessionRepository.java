package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Sessions in the database, by SQL: they are written often and never loaded to be changed. */
@Dependent
public class AccountSessionRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AccountSessionRepository() {}

  /** For tests. */
  public AccountSessionRepository(EntityManager em) {
    this.em = em;
  }

  void add(UUID id, long accountId, Instant now, String source, String device, boolean strong) {
    em.createNativeQuery(
            "insert into account_session (id, account_id, started_at, last_seen_at, source, device,"
                + " strong) values (?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, id)
        .setParameter(2, accountId)
        .setParameter(3, time(now))
        .setParameter(4, time(now))
        .setParameter(5, source)
        .setParameter(6, device)
        .setParameter(7, strong)
        .executeUpdate();
  }

  /** Forgets the sessions of an account that began before that time. */
  void forget(long accountId, Instant before) {
    em.createNativeQuery("delete from account_session where account_id = ? and started_at < ?")
        .setParameter(1, accountId)
        .setParameter(2, time(before))
        .executeUpdate();
  }

  /** Notes a request, unless another one noted it meanwhile. */
  void seen(UUID id, Instant now, Instant unlessSince) {
    em.createNativeQuery(
            "update account_session set last_seen_at = ? where id = ? and last_seen_at < ?")
        .setParameter(1, time(now))
        .setParameter(2, id)
        .setParameter(3, time(unlessSince))
        .executeUpdate();
  }

  /** Notes that a second factor was proved in the session. */
  void strengthen(UUID id) {
    em.createNativeQuery("update account_session set strong = true where id = ?")
        .setParameter(1, id)
        .executeUpdate();
  }

  /** Ends a session of that account; false when it has no such open one. */
  boolean end(UUID id, long accountId, Instant now) {
    return em.createNativeQuery(
                "update account_session set ended_at = ? where id = ? and account_id = ?"
                    + " and ended_at is null")
            .setParameter(1, time(now))
            .setParameter(2, id)
            .setParameter(3, accountId)
            .executeUpdate()
        == 1;
  }

  /**
   * Ends every open session of that account but one.
   *
   * @param but the session that stays, null for none
   * @return how many were ended
   */
  int endAll(long accountId, UUID but, Instant now) {
    return em.createNativeQuery(
            "update account_session set ended_at = ? where account_id = ? and ended_at is null"
                + " and id is distinct from cast(? as uuid)")
        .setParameter(1, time(now))
        .setParameter(2, accountId)
        .setParameter(3, but == null ? null : but.toString())
        .executeUpdate();
  }

  /** Open sessions of that account, the last seen first, of those seen since a time. */
  List<SessionSummary> open(long accountId, UUID current, Instant seenSince, Instant begunSince) {
    List<?> rows =
        em.createNativeQuery(
                "select cast(id as text), started_at, last_seen_at, source, device, strong"
                    + " from account_session where account_id = ? and ended_at is null"
                    + " and last_seen_at > ? and started_at > ? order by last_seen_at desc, id")
            .setParameter(1, accountId)
            .setParameter(2, time(seenSince))
            .setParameter(3, time(begunSince))
            .getResultList();
    return rows.stream().map(row -> summary((Object[]) row, current)).toList();
  }

  private static SessionSummary summary(Object[] row, UUID current) {
    UUID id = UUID.fromString((String) row[0]);
    return new SessionSummary(
        id,
        instant(row[1]),
        instant(row[2]),
        (String) row[3],
        (String) row[4],
        (Boolean) row[5],
        id.equals(current));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Servers differ in the class that a timestamptz of a native query comes as. */
  @SuppressWarnings("JavaUtilDate")
  static Instant instant(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return value == null ? null : ((Date) value).toInstant();
  }
}
