package org.csoalliance.membership.vetting;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import org.csoalliance.platform.sql.Rows;

/** The codes by which new members choose their first password. */
@Dependent
public class ActivationRepository {
  private static final String LIVE =
      "select a.id, a.email, a.name, v.application_id, ap.reference from activation v"
          + " join account a on a.id = v.account_id join application ap on ap.id = v.application_id"
          + " where v.code_hash = ? and v.used_at is null and v.expires_at > ?"
          + " and a.state = 'ACTIVE' and a.password_hash is null";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ActivationRepository() {}

  /** For tests. */
  public ActivationRepository(EntityManager em) {
    this.em = em;
  }

  /** Whose code it is. */
  record Owner(long accountId, String email, String name, long applicationId, String reference) {}

  /** Keeps a code; one that the account had before is dead. */
  void put(long account, long application, byte[] hash, Instant expires) {
    Rows.change(
        em.unwrap(Connection.class),
        "insert into activation (account_id, application_id, code_hash, expires_at)"
            + " values (?, ?, ?, ?) on conflict (account_id) do update set"
            + " application_id = excluded.application_id, code_hash = excluded.code_hash,"
            + " expires_at = excluded.expires_at, used_at = null",
        account,
        application,
        hash,
        expires);
  }

  /** The owner of a code that still opens. */
  Optional<Owner> live(byte[] hash, Instant now) {
    return read(LIVE, hash, now);
  }

  /** The same, and nobody else uses the code until the end of the transaction. */
  Optional<Owner> lock(byte[] hash, Instant now) {
    return read(LIVE + " for update of v, a", hash, now);
  }

  private Optional<Owner> read(String sql, byte[] hash, Instant now) {
    return Rows.list(
            em.unwrap(Connection.class),
            sql,
            row ->
                new Owner(
                    row.getLong("id"),
                    row.getString("email"),
                    row.getString("name"),
                    row.getLong("application_id"),
                    row.getString("reference")),
            hash,
            now)
        .stream()
        .findFirst();
  }

  void used(long account, Instant at) {
    Rows.change(
        em.unwrap(Connection.class),
        "update activation set used_at = ? where account_id = ?",
        at,
        account);
  }
}
