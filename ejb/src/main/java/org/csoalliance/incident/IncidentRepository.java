package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps incidents and their history. Lists are read by {@link IncidentListRepository}. */
@Dependent
public class IncidentRepository {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public IncidentRepository() {}

  /** For tests: works through the given entity manager. */
  public IncidentRepository(EntityManager em) {
    this.em = em;
  }

  /** A report that came in under a submission key before. */
  record Known(String reference, Long reporterId) {}

  /**
   * Makes equal submissions follow each other until the end of the transaction, and finds the first
   * one.
   */
  Optional<Known> claim(UUID submissionKey) {
    // the result of the lock is void, which JPA cannot read
    em.createNativeQuery("select cast(pg_advisory_xact_lock(?1, ?2) as text)")
        .setParameter(1, 0x1_4C1D)
        .setParameter(2, submissionKey.hashCode())
        .getSingleResult();
    return known(submissionKey);
  }

  /** The next reference of the year, such as {@code CSOA-2026-00418}; no gap, no double. */
  String nextReference(int year) {
    Object last =
        em.createNativeQuery(
                "insert into reference_counter (prefix, year, last) values ('CSOA', ?1, 1)"
                    + " on conflict (prefix, year)"
                    + " do update set last = reference_counter.last + 1 returning last")
            .setParameter(1, year)
            .getSingleResult();
    return String.format(Locale.ROOT, "CSOA-%04d-%05d", year, ((Number) last).intValue());
  }

  /** Keeps a new incident; afterwards it has its id. */
  void add(Incident incident, UUID submissionKey) {
    em.persist(incident);
    em.flush();
    if (submissionKey != null) {
      em.createNativeQuery("update incident set submission_key = cast(?1 as uuid) where id = ?2")
          .setParameter(1, submissionKey.toString())
          .setParameter(2, incident.id())
          .executeUpdate();
    }
  }

  /** Whether it is a ship in danger, which nobody has said to be safe yet: {@link Unsafe}. */
  boolean unsafe(Incident incident) {
    return !em.createNativeQuery(
            "select 1 from incident where id = ?1 and kind = 'STATE_ACTION'"
                + " and details->>'shipSafe' is distinct from 'YES'")
        .setParameter(1, incident.id())
        .getResultList()
        .isEmpty();
  }

  /** Lets groups of the reporter read it, whatever the label says. */
  void share(Incident incident, Iterable<Long> groups, long reporter, Instant now) {
    for (Long group : groups) {
      em.createNativeQuery(
              "insert into incident_group (incident_id, group_id, shared_at, shared_by)"
                  + " values (?1, ?2, ?3, ?4)")
          .setParameter(1, incident.id())
          .setParameter(2, group)
          .setParameter(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
          .setParameter(4, reporter)
          .executeUpdate();
    }
  }

  /** Keeps a step of the history. */
  void add(IncidentStatusChange change) {
    em.persist(change);
  }

  /** The incident as it is now, locked until the end of the transaction. */
  Optional<Incident> lock(String reference) {
    return em.createQuery("select i from Incident i where i.reference = :reference", Incident.class)
        .setParameter("reference", reference)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The name of an account, for a version that is made from the columns of an incident. */
  String name(long accountId) {
    return (String)
        em.createNativeQuery("select name from account where id = ?1")
            .setParameter(1, accountId)
            .getResultStream()
            .findFirst()
            .orElse("");
  }

  /** The report of a submission key. */
  Optional<Known> known(UUID submissionKey) {
    List<?> rows =
        em.createNativeQuery(
                "select reference, reporter_id from incident"
                    + " where submission_key = cast(?1 as uuid)")
            .setParameter(1, submissionKey.toString())
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(
            row ->
                new Known((String) row[0], row[1] == null ? null : ((Number) row[1]).longValue()))
        .findFirst();
  }

  /** Sends what was changed to the database, so that queries of the same transaction see it. */
  void flush() {
    em.flush();
  }
}
