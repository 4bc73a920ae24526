package org.csoalliance.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Takes mails into the transaction of the caller: what does not commit is not mailed, what commits
 * is not lost. A dispatcher sends them afterwards.
 */
@Dependent
public class Outbox {
  @PersistenceContext(unitName = "alliance")
  private EntityManager em;

  /** Made by the container. */
  public Outbox() {}

  /** For tests: writes through the given entity manager. */
  public Outbox(EntityManager em) {
    this.em = em;
  }

  /** Queues the mails; thousands in one call are written in batches. */
  public void queue(List<OutgoingMail> mails) {
    throw new UnsupportedOperationException("not built yet");
  }
}
