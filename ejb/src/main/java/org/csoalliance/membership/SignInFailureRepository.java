package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;

/** Failed sign-ins by account and source in the database. */
@Dependent
public class SignInFailureRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public SignInFailureRepository() {}

  /** For tests. */
  public SignInFailureRepository(EntityManager em) {
    this.em = em;
  }

  /** Locks the row of that pair until the end of the transaction, making it when there is none. */
  Slowdown.Row lock(String accountKey, String source) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "insert into sign_in_failure (account_key, source, failures, last_at)"
                        + " values (?, ?, 0, to_timestamp(0)) on conflict (account_key, source)"
                        + " do update set failures = sign_in_failure.failures"
                        + " returning failures, last_at")
                .setParameter(1, accountKey)
                .setParameter(2, source)
                .getSingleResult();
    return new Slowdown.Row(((Number) row[0]).intValue(), instant(row[1]));
  }

  /** Writes what is known of the pair from now on. */
  void set(String accountKey, String source, int failures, Instant at) {
    em.createNativeQuery(
            "update sign_in_failure set failures = ?, last_at = ? where account_key = ?"
                + " and source = ?")
        .setParameter(1, failures)
        .setParameter(2, at.atOffset(ZoneOffset.UTC))
        .setParameter(3, accountKey)
        .setParameter(4, source)
        .executeUpdate();
  }

  /** Takes back one failure. */
  void takeBackOne(String accountKey, String source) {
    em.createNativeQuery(
            "update sign_in_failure set failures = greatest(failures - 1, 0)"
                + " where account_key = ? and source = ?")
        .setParameter(1, accountKey)
        .setParameter(2, source)
        .executeUpdate();
  }

  /** Forgets the pair, and every pair without an attempt since that time. */
  void forget(String accountKey, String source, Instant before) {
    em.createNativeQuery(
            "delete from sign_in_failure where (account_key = ? and source = ?) or last_at < ?")
        .setParameter(1, accountKey)
        .setParameter(2, source)
        .setParameter(3, before.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** Servers differ in the class that a timestamptz of a native query comes as. */
  @SuppressWarnings("JavaUtilDate")
  private static Instant instant(Object value) {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return ((Date) value).toInstant();
  }
}
