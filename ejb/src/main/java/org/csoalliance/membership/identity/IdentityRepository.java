package org.csoalliance.membership.identity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.csoalliance.platform.security.Role;

/** Who an account is at a provider, in the database. */
@Dependent
public class IdentityRepository {
  /** Where a person of a provider may come in. */
  record Known(long accountId, String name, int sessionStamp, boolean active) {}

  private static final String ACCOUNT =
      "select a.id, a.name, a.session_stamp, a.state from account a";

  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IdentityRepository() {}

  /** For tests. */
  public IdentityRepository(EntityManager em) {
    this.em = em;
  }

  /** The account that the person of a provider was linked with. */
  Optional<Known> linked(String issuer, String subject) {
    return first(
        em.createNativeQuery(
                ACCOUNT
                    + " join account_identity i on i.account_id = a.id"
                    + " where i.issuer = ? and i.subject = ?")
            .setParameter(1, issuer)
            .setParameter(2, subject)
            .getResultList());
  }

  /** The account of an address that is linked with nobody of that provider yet. */
  Optional<Known> unlinked(String issuer, String emailKey) {
    return first(
        em.createNativeQuery(
                ACCOUNT
                    + " where a.email_key = ? and a.state = 'ACTIVE' and not exists (select 1 from"
                    + " account_identity i where i.account_id = a.id and i.issuer = ?)")
            .setParameter(1, emailKey)
            .setParameter(2, issuer)
            .getResultList());
  }

  /** Whether any account has the address, ended ones too. */
  boolean taken(String emailKey) {
    return !em.createNativeQuery("select 1 from account where email_key = ?")
        .setParameter(1, emailKey)
        .getResultList()
        .isEmpty();
  }

  /** Links an account with a person of a provider. */
  void link(ProvidedIdentity identity, long accountId, Instant at, String by) {
    em.createNativeQuery(
            "insert into account_identity (issuer, subject, account_id, linked_at, linked_by)"
                + " values (?, ?, ?, ?, ?)")
        .setParameter(1, identity.issuer())
        .setParameter(2, identity.subject())
        .setParameter(3, accountId)
        .setParameter(4, at.atOffset(ZoneOffset.UTC))
        .setParameter(5, by)
        .executeUpdate();
  }

  /** The roles given to the account, whether they count now or not. */
  Set<Role> given(long accountId) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Object role :
        em.createNativeQuery("select role from account_role where account_id = ?")
            .setParameter(1, accountId)
            .getResultList()) {
      roles.add(Role.valueOf((String) role));
    }
    return roles;
  }

  /** Gives and takes roles. */
  void change(long accountId, Collection<Role> added, Collection<Role> removed) {
    for (Role role : added) {
      em.createNativeQuery(
              "insert into account_role (account_id, role) values (?, ?) on conflict do nothing")
          .setParameter(1, accountId)
          .setParameter(2, role.name())
          .executeUpdate();
    }
    for (Role role : removed) {
      em.createNativeQuery("delete from account_role where account_id = ? and role = ?")
          .setParameter(1, accountId)
          .setParameter(2, role.name())
          .executeUpdate();
    }
  }

  /** Lets one first sign-in of a person pass at a time. */
  void lock(String issuer, String subject) {
    em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?, 70)) as text)")
        .setParameter(1, issuer + " " + subject)
        .getSingleResult();
  }

  private static Optional<Known> first(List<?> rows) {
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(
            row ->
                new Known(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    ((Number) row[2]).intValue(),
                    "ACTIVE".equals(row[3])));
  }
}
