package org.csoalliance.membership.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Links of accounts with people of providers, as administrators read and change them. */
@Dependent
public class IdentityLinkRepository {
  /** Whose a subject is. */
  record Holder(long accountId, String name) {}

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IdentityLinkRepository() {}

  /** For tests. */
  public IdentityLinkRepository(EntityManager em) {
    this.em = em;
  }

  /** The links of an account, by provider. */
  List<PersonDetail.Identity> of(long account) {
    List<?> rows =
        em.createNativeQuery(
                "select issuer, subject, linked_at, linked_by from account_identity"
                    + " where account_id = ? order by issuer")
            .setParameter(1, account)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new PersonDetail.Identity(
                    (String) row[0],
                    (String) row[1],
                    PeopleRepository.instant(row[2]),
                    (String) row[3]))
        .toList();
  }

  /** The account that a provider's subject is linked with. */
  Optional<Holder> holder(String issuer, String subject) {
    List<?> rows =
        em.createNativeQuery(
                "select a.id, a.name from account_identity i join account a on a.id = i.account_id"
                    + " where i.issuer = ? and i.subject = ?")
            .setParameter(1, issuer)
            .setParameter(2, subject)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(row -> new Holder(((Number) row[0]).longValue(), (String) row[1]));
  }

  /** Links; false when the subject, or the account at that provider, was linked meanwhile. */
  boolean link(String issuer, String subject, long account, Instant at) {
    return em.createNativeQuery(
                "insert into account_identity (issuer, subject, account_id, linked_at, linked_by)"
                    + " values (?, ?, ?, ?, 'hand') on conflict do nothing")
            .setParameter(1, issuer)
            .setParameter(2, subject)
            .setParameter(3, account)
            .setParameter(4, at.atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /** Takes the link of an account with a provider away; false when there is none. */
  boolean unlink(long account, String issuer) {
    return em.createNativeQuery("delete from account_identity where account_id = ? and issuer = ?")
            .setParameter(1, account)
            .setParameter(2, issuer)
            .executeUpdate()
        == 1;
  }
}
