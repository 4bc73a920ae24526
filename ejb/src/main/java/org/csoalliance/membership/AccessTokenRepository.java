package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Access tokens in the database. */
@Dependent
public class AccessTokenRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AccessTokenRepository() {}

  /** For tests. */
  public AccessTokenRepository(EntityManager em) {
    this.em = em;
  }

  /** Keeps it. */
  public void add(AccessToken token) {
    em.persist(token);
    em.flush();
  }

  /** The token of that owner; another's is not found. */
  Optional<AccessToken> find(long id, long accountId) {
    return Optional.ofNullable(em.find(AccessToken.class, id))
        .filter(token -> token.accountId() == accountId);
  }

  /** All tokens of an owner, the newest first, ended ones too. */
  List<AccessToken> ofAccount(long accountId) {
    return em.createQuery(
            "select t from AccessToken t where t.accountId = :account order by t.createdAt desc,"
                + " t.id desc",
            AccessToken.class)
        .setParameter("account", accountId)
        .getResultList();
  }
}
