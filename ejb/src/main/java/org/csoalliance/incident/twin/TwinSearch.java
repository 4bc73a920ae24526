package org.csoalliance.incident.twin;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Looks for twins of what came in or was told anew, 200 incidents a transaction. It serves reports
 * and imports alike, and goes on where it stopped. Called by the {@link TwinTimer} alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class TwinSearch {
  private static final int CHUNK = 200;

  @Inject private TwinSearchRepository twins;
  @Inject private Clock clock;

  /** Made by the container. */
  public TwinSearch() {}

  /** For tests. */
  TwinSearch(TwinSearchRepository twins, Clock clock) {
    this.twins = twins;
    this.clock = clock;
  }

  /**
   * Looks once.
   *
   * @return for how many incidents; 0: none is left
   */
  public int step() {
    List<Long> due = twins.due(CHUNK);
    if (due.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    for (TwinSearchRepository.Pair pair : twins.pairs(due)) {
      TwinScore score = TwinScore.of(pair.measures());
      if (score.points() >= TwinScore.PROPOSED) {
        twins.propose(pair, score, now);
      }
    }
    twins.sought(due, now);
    return due.size();
  }
}
