package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

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

  /** The company with the IMO company number. */
  Optional<Company> byImo(String imo) {
    return em.createQuery("select c from Company c where c.imoNumber = :imo", Company.class)
        .setParameter("imo", imo)
        .getResultStream()
        .findFirst();
  }

  /** A company by its id. */
  Optional<Company> find(long id) {
    return Optional.ofNullable(em.find(Company.class, id));
  }

  /** Keeps a new company; its id is set from here on. */
  public void add(Company company) {
    em.persist(company);
    em.flush(); // others refer to it by its id, which JPA does not see
  }

  /** The name of the company that an account serves, null when it serves none. */
  String nameOf(Account account) {
    return account.companyId() == null
        ? null
        : find(account.companyId()).map(Company::name).orElse(null);
  }
}
