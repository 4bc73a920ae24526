package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Changes of address in the database. */
@Dependent
public class EmailChangeRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public EmailChangeRepository() {}

  /** For tests. */
  public EmailChangeRepository(EntityManager em) {
    this.em = em;
  }

  /** A change that was asked for or done. */
  record Change(long id, long accountId, String oldEmail, String newEmail) {}

  void add(
      long accountId,
      String oldEmail,
      String newEmail,
      byte[] codeHash,
      byte[] undoHash,
      Instant now,
      Instant until) {
    // a new wish takes the place of one that was not confirmed
    em.createNativeQuery("delete from email_change where account_id = ? and confirmed_at is null")
        .setParameter(1, accountId)
        .executeUpdate();
    em.createNativeQuery(
            "insert into email_change (account_id, old_email, new_email, code_hash, undo_hash,"
                + " made_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)")
        .setParameter(1, accountId)
        .setParameter(2, oldEmail)
        .setParameter(3, newEmail)
        .setParameter(4, codeHash)
        .setParameter(5, undoHash)
        .setParameter(6, now.atOffset(ZoneOffset.UTC))
        .setParameter(7, until.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** The address that waits for its confirmation. */
  Optional<String> waiting(long accountId, Instant now) {
    List<?> rows =
        em.createNativeQuery(
                "select new_email from email_change where account_id = ? and confirmed_at is null"
                    + " and expires_at > ?")
            .setParameter(1, accountId)
            .setParameter(2, now.atOffset(ZoneOffset.UTC))
            .getResultList();
    return rows.stream().findFirst().map(String.class::cast);
  }

  /** Confirms a change of that account; empty when the link is unknown, used or too old. */
  Optional<Change> confirm(byte[] codeHash, long accountId, byte[] undoHash, Instant now) {
    return change(
        em.createNativeQuery(
                "update email_change set confirmed_at = ?, undo_hash = ? where code_hash = ?"
                    + " and account_id = ? and confirmed_at is null and expires_at > ?"
                    + " returning id, account_id, old_email, new_email")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, undoHash)
            .setParameter(3, codeHash)
            .setParameter(4, accountId)
            .setParameter(5, now.atOffset(ZoneOffset.UTC))
            .getResultList());
  }

  /** Whether the link would take a change back. */
  boolean undoable(byte[] undoHash, Instant confirmedSince) {
    return !em.createNativeQuery(
            "select id from email_change where undo_hash = ? and undone_at is null"
                + " and confirmed_at > ?")
        .setParameter(1, undoHash)
        .setParameter(2, confirmedSince.atOffset(ZoneOffset.UTC))
        .getResultList()
        .isEmpty();
  }

  /** Takes a change back; empty when the link is unknown, used or too old. */
  Optional<Change> undo(byte[] undoHash, Instant now, Instant confirmedSince) {
    return change(
        em.createNativeQuery(
                "update email_change set undone_at = ? where undo_hash = ? and undone_at is null"
                    + " and confirmed_at > ? returning id, account_id, old_email, new_email")
            .setParameter(1, now.atOffset(ZoneOffset.UTC))
            .setParameter(2, undoHash)
            .setParameter(3, confirmedSince.atOffset(ZoneOffset.UTC))
            .getResultList());
  }

  private static Optional<Change> change(List<?> rows) {
    return rows.stream()
        .map(row -> (Object[]) row)
        .findFirst()
        .map(
            row ->
                new Change(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    (String) row[2],
                    (String) row[3]));
  }
}
