package org.csoalliance.membership.factor;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Passkeys in the database. */
@Dependent
public class PasskeyRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public PasskeyRepository() {}

  /** For tests. */
  public PasskeyRepository(EntityManager em) {
    this.em = em;
  }

  /**
   * A passkey as it is checked.
   *
   * @param credential the attested credential data
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Stored(
      long id, long accountId, byte[] credential, byte[] userHandle, long signCount) {}

  List<PasskeySummary> list(long accountId) {
    List<?> rows =
        em.createNativeQuery(
                "select id, label, created_at, last_used_at from passkey where account_id = ?"
                    + " order by created_at, id")
            .setParameter(1, accountId)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new PasskeySummary(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    FactorRepository.instant(row[2]),
                    FactorRepository.instant(row[3])))
        .toList();
  }

  /** The credential ids of an account, for what a browser may offer or must not make twice. */
  List<byte[]> credentialIds(long accountId) {
    List<?> rows =
        em.createNativeQuery("select credential_id from passkey where account_id = ? order by id")
            .setParameter(1, accountId)
            .getResultList();
    return rows.stream().map(row -> (byte[]) row).toList();
  }

  /** The random handle under which authenticators know the account; empty before the first. */
  Optional<byte[]> userHandle(long accountId) {
    List<?> rows =
        em.createNativeQuery("select user_handle from passkey where account_id = ? limit 1")
            .setParameter(1, accountId)
            .getResultList();
    return rows.stream().map(row -> (byte[]) row).findFirst();
  }

  /** A passkey of an active account. */
  Optional<Stored> find(byte[] credentialId) {
    List<?> rows =
        em.createNativeQuery(
                "select p.id, p.account_id, p.credential, p.user_handle, p.sign_count"
                    + " from passkey p join account a on a.id = p.account_id"
                    + " where p.credential_id = ? and a.state = 'ACTIVE'")
            .setParameter(1, credentialId)
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .findFirst()
        .map(
            row ->
                new Stored(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    (byte[]) row[2],
                    (byte[]) row[3],
                    ((Number) row[4]).longValue()));
  }

  /** Keeps a passkey; false when the credential is known already. */
  boolean add(
      long accountId, String label, Passkeys.Registered made, byte[] userHandle, Instant now) {
    return em.createNativeQuery(
                "insert into passkey (account_id, label, credential_id, credential, user_handle,"
                    + " sign_count, created_at) values (?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (credential_id) do nothing")
            .setParameter(1, accountId)
            .setParameter(2, label)
            .setParameter(3, made.credentialId())
            .setParameter(4, made.credential())
            .setParameter(5, userHandle)
            .setParameter(6, made.signCount())
            .setParameter(7, now.atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /**
   * Notes a use.
   *
   * @return false when the count did not rise where it counts: a copy of the key may be about
   */
  boolean used(long id, long signCount, Instant now) {
    return em.createNativeQuery(
                "update passkey set sign_count = ?, last_used_at = ? where id = ?"
                    + " and (sign_count < ? or (sign_count = 0 and ? = 0))")
            .setParameter(1, signCount)
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .setParameter(3, id)
            .setParameter(4, signCount)
            .setParameter(5, signCount)
            .executeUpdate()
        == 1;
  }

  boolean rename(long id, long accountId, String label) {
    return em.createNativeQuery("update passkey set label = ? where id = ? and account_id = ?")
            .setParameter(1, label)
            .setParameter(2, id)
            .setParameter(3, accountId)
            .executeUpdate()
        == 1;
  }

  boolean remove(long id, long accountId) {
    return em.createNativeQuery("delete from passkey where id = ? and account_id = ?")
            .setParameter(1, id)
            .setParameter(2, accountId)
            .executeUpdate()
        == 1;
  }
}
