package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Companies in the database. */
@Dependent
public class CompanyRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public CompanyRepository() {}

  /** For tests. */
  public CompanyRepository(EntityManager em) {
    this.em = em;
  }

  /** Keeps a new company; its id is set from here on. */
  public void add(Company company) {
    em.persist(company);
    em.flush(); // others refer to it by its id, which JPA does not see
  }
}
