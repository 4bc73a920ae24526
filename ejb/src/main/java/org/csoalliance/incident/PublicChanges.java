package org.csoalliance.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what this node has changed about who reads an incident, so that a picture kept for the
 * public is read anew at once when a label is narrowed. Other nodes follow when theirs is old.
 */
@ApplicationScoped
public class PublicChanges {
  private final AtomicLong changes = new AtomicLong();

  /** How many there were; another number than before means that there were some. */
  public long count() {
    return changes.get();
  }

  void labelled(@Observes(during = TransactionPhase.AFTER_SUCCESS) IncidentLabelled event) {
    changes.incrementAndGet();
  }

  void judged(@Observes(during = TransactionPhase.AFTER_SUCCESS) IncidentJudged event) {
    changes.incrementAndGet();
  }
}
