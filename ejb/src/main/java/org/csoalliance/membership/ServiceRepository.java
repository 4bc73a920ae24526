package org.csoalliance.membership;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.csoalliance.platform.security.Reader;

/** Services, the ships answered for, and the history of memberships in the database. */
@Dependent
public class ServiceRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public ServiceRepository() {}

  /** For tests. */
  public ServiceRepository(EntityManager em) {
    this.em = em;
  }

  /** Keeps a new service; its id is set from here on. */
  public void add(CompanyService service) {
    em.persist(service);
    em.flush(); // ships refer to it by its id, which JPA does not see
  }

  /** Writes what waits, so that the database's rules see it in order. */
  void flush() {
    em.flush();
  }

  /** The service of a person that goes on. */
  public Optional<CompanyService> current(long accountId) {
    return em.createQuery(
            "select s from CompanyService s where s.accountId = :account and s.toDay is null",
            CompanyService.class)
        .setParameter("account", accountId)
        .getResultStream()
        .findFirst();
  }

  /** Puts a ship under a service from a day on; one that is there already stays as it is. */
  public void answerFor(long serviceId, String imo, LocalDate fromDay) {
    em.createNativeQuery(
            "insert into service_ship (service_id, imo, from_day) select ?, ?, ? where not exists"
                + " (select 1 from service_ship where service_id = ? and imo = ?"
                + " and to_day is null)"
                + " on conflict (service_id, imo, from_day) do update set to_day = null")
        .setParameter(1, serviceId)
        .setParameter(2, imo)
        .setParameter(3, fromDay)
        .setParameter(4, serviceId)
        .setParameter(5, imo)
        .executeUpdate();
  }

  /** Ends every ship of a service with the given day as its last. */
  public void releaseAll(long serviceId, LocalDate lastDay) {
    em.createNativeQuery(
            "update service_ship set to_day = greatest(from_day, ?)"
                + " where service_id = ? and to_day is null")
        .setParameter(1, lastDay)
        .setParameter(2, serviceId)
        .executeUpdate();
  }

  /**
   * Writes a line of a membership's history.
   *
   * @param kind such as {@code STARTED}
   * @param detail what a member may read of it, may be empty
   */
  public void remember(long accountId, Instant at, String kind, String detail, Reader by) {
    em.createNativeQuery(
            "insert into membership_event (account_id, at, kind, detail, by_id, by_name)"
                + " values (?, ?, ?, ?, cast(? as bigint), ?)")
        .setParameter(1, accountId)
        .setParameter(2, at.atOffset(ZoneOffset.UTC))
        .setParameter(3, kind)
        .setParameter(4, detail)
        .setParameter(5, by.accountId() == null ? null : by.accountId().toString())
        .setParameter(6, by.name())
        .executeUpdate();
  }
}
