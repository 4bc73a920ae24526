package org.csoalliance.membership.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Staff roles asked for and decided, in the database. */
@Dependent
public class RoleGrantRepository {
  private static final String GRANT =
      "select g.id, g.account_id, a.name, a.email, g.kind, g.role, g.issuer, g.subject, g.reason,"
          + " g.asked_by, b.name, g.asked_at, g.state, d.name, g.decided_at from role_grant g join account a on a.id ="
          + " g.account_id join account b on b.id = g.asked_by left join account d on d.id ="
          + " g.decided_by";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public RoleGrantRepository() {}

  /** For tests. */
  public RoleGrantRepository(EntityManager em) {
    this.em = em;
  }

  /** What waits, the oldest first. */
  List<RoleGrant> waiting() {
    return list(
        em.createNativeQuery(GRANT + " where g.state = 'ASKED' order by g.asked_at, g.id limit 200")
            .getResultList());
  }

  /** What was asked for one person, newest first. */
  List<RoleGrant> of(long account) {
    return list(
        em.createNativeQuery(
                GRANT + " where g.account_id = ? order by g.asked_at desc, g.id desc limit 50")
            .setParameter(1, account)
            .getResultList());
  }

  /** One that waits; nobody else decides it until the end of the transaction. */
  Optional<RoleGrant> lockOpen(long id) {
    boolean open =
        !em.createNativeQuery(
                "select id from role_grant where id = ? and state = 'ASKED' for update")
            .setParameter(1, id)
            .getResultList()
            .isEmpty();
    return open
        ? list(em.createNativeQuery(GRANT + " where g.id = ?").setParameter(1, id).getResultList())
            .stream()
            .findFirst()
        : Optional.empty();
  }

  /** Whether the same waits already. */
  boolean waits(long account, String kind, String role) {
    return !em.createNativeQuery(
            "select id from role_grant where account_id = ? and kind = ? and role = ?"
                + " and state = 'ASKED'")
        .setParameter(1, account)
        .setParameter(2, kind)
        .setParameter(3, role)
        .getResultList()
        .isEmpty();
  }

  void ask(long account, String kind, String role, String reason, long by, Instant at) {
    em.createNativeQuery(
            "insert into role_grant (account_id, kind, role, reason, asked_by, asked_at)"
                + " values (?, ?, ?, ?, ?, ?)")
        .setParameter(1, account)
        .setParameter(2, kind)
        .setParameter(3, role)
        .setParameter(4, reason)
        .setParameter(5, by)
        .setParameter(6, at.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  void askLink(long account, String issuer, String subject, String reason, long by, Instant at) {
    em.createNativeQuery(
            "insert into role_grant (account_id, kind, role, issuer, subject, reason, asked_by,"
                + " asked_at) values (?, 'LINK', '-', ?, ?, ?, ?, ?)")
        .setParameter(1, account)
        .setParameter(2, issuer)
        .setParameter(3, subject)
        .setParameter(4, reason)
        .setParameter(5, by)
        .setParameter(6, at.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  void decide(long id, String state, long by, Instant at) {
    em.createNativeQuery(
            "update role_grant set state = ?, decided_by = ?, decided_at = ? where id = ?")
        .setParameter(1, state)
        .setParameter(2, by)
        .setParameter(3, at.atOffset(ZoneOffset.UTC))
        .setParameter(4, id)
        .executeUpdate();
  }

  private static List<RoleGrant> list(List<?> rows) {
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new RoleGrant(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    (String) row[6],
                    (String) row[7],
                    (String) row[8],
                    ((Number) row[9]).longValue(),
                    (String) row[10],
                    PeopleRepository.instant(row[11]),
                    (String) row[12],
                    (String) row[13],
                    PeopleRepository.instant(row[14])))
        .toList();
  }
}
