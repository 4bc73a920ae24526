package org.csoalliance.platform.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.csoalliance.platform.security.Reader;

/**
 * Writes who did what, in the transaction of the change itself. Entries are chained: each holds the
 * hash of the one before, so that a changed, removed or reordered entry is found.
 */
@Dependent
public class AuditLog {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public AuditLog() {}

  /** For tests: writes through the given entity manager. */
  public AuditLog(EntityManager em) {
    this.em = em;
  }

  /**
   * Appends one entry. Call it last in a transaction: it holds the end of the chain until commit.
   *
   * @param who on whose behalf, never null
   * @param action a verb in the past, such as {@code incident.confirmed}
   * @param objectType such as {@code incident}
   * @param objectRef how people name the object, such as a reference
   * @param detail what changed, in words or as JSON; never a secret; may be empty
   */
  public void record(
      Reader who, String action, String objectType, String objectRef, String detail) {
    throw new UnsupportedOperationException("not built yet");
  }
}
