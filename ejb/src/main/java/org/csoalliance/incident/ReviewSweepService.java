package org.csoalliance.incident;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Asks editors to look at reports that came in before a look was asked for, or before the form
 * asked for one because of an answer. Whoever calls it learns a number and changes no report.
 */
@Stateless
@PermitAll
public class ReviewSweepService {
  private static final int BATCH = 100;

  @Inject private IncidentReviewRepository reviews;
  @Inject private IncidentVersionRepository versions;
  @Inject private Clock clock;

  /** Made by the container. */
  public ReviewSweepService() {}

  /** For tests. */
  public ReviewSweepService(
      IncidentReviewRepository reviews, IncidentVersionRepository versions, Clock clock) {
    this.reviews = reviews;
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * Works on a batch in one transaction.
   *
   * @param after the number of the last incident of the batch before; 0 to begin
   * @return the number of the last one of this batch; -1 when none was left
   */
  public long sweep(long after) {
    List<IncidentReviewRepository.Unasked> some = reviews.unasked(after, BATCH);
    for (IncidentReviewRepository.Unasked one : some) {
      List<IncidentVersionRepository.Kept> kept = versions.all(one.incident());
      IncidentVersionRepository.Kept last = kept.get(kept.size() - 1);
      List<ReviewReason> look = IncidentVersionService.grave(last.form(), last.answers());
      if (!look.isEmpty()) {
        reviews.ask(one.incident(), one.version(), look, one.author(), clock.instant());
      }
    }
    return some.isEmpty() ? -1 : some.get(some.size() - 1).incident();
  }
}
