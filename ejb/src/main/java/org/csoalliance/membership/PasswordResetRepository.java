package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Links that set a new password, in the database. */
@Dependent
public class PasswordResetRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public PasswordResetRepository() {}

  /** For tests. */
  public PasswordResetRepository(EntityManager em) {
    this.em = em;
  }

  void add(byte[] codeHash, long accountId, Instant now, Instant until) {
    em.createNativeQuery(
            "insert into password_reset (code_hash, account_id, made_at, expires_at)"
                + " values (?, ?, ?, ?)")
        .setParameter(1, codeHash)
        .setParameter(2, accountId)
        .setParameter(3, now.atOffset(ZoneOffset.UTC))
        .setParameter(4, until.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** How many links an account was sent since that time. */
  int madeSince(long accountId, Instant since) {
    return ((Number)
            em.createNativeQuery(
                    "select count(*) from password_reset where account_id = ? and made_at > ?")
                .setParameter(1, accountId)
                .setParameter(2, since.atOffset(ZoneOffset.UTC))
                .getSingleResult())
        .intValue();
  }

  /** The account of a link that works; nothing is used up. */
  Optional<Long> account(byte[] codeHash, Instant now) {
    return first(
        em.createNativeQuery(
                "select account_id from password_reset where code_hash = ? and used_at is null"
                    + " and expires_at > ?")
            .setParameter(1, codeHash)
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .getResultList());
  }

  /** Uses a link up; false when somebody did before. */
  boolean use(byte[] codeHash, Instant now) {
    return em.createNativeQuery(
                "update password_reset set used_at = ? where code_hash = ? and used_at is null")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, codeHash)
            .executeUpdate()
        == 1;
  }

  /** Makes every other link of the account worthless, and forgets old ones. */
  void closeAll(long accountId, Instant now, Instant forgetBefore) {
    em.createNativeQuery(
            "update password_reset set used_at = ? where account_id = ? and used_at is null")
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, accountId)
        .executeUpdate();
    em.createNativeQuery("delete from password_reset where made_at < ?")
        .setParameter(1, forgetBefore.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private static Optional<Long> first(List<?> rows) {
    return rows.stream().findFirst().map(id -> ((Number) id).longValue());
  }
}
