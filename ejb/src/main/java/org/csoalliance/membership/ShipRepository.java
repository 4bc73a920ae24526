package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Ships in the database. */
@Dependent
public class ShipRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ShipRepository() {}

  /** For tests. */
  public ShipRepository(EntityManager em) {
    this.em = em;
  }

  /** Keeps it. */
  public void add(Ship ship) {
    em.persist(ship);
  }

  /** Writes what waits. */
  void flush() {
    em.flush();
  }

  Optional<Ship> find(ImoNumber imo) {
    return Optional.ofNullable(em.find(Ship.class, imo.digits()));
  }

  List<Ship> ofCompany(long companyId) {
    return em.createQuery(
            "select s from Ship s where s.companyId = :company order by s.name", Ship.class)
        .setParameter("company", companyId)
        .getResultList();
  }
}
