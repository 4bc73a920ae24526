package org.csoalliance.incident;

import java.time.Instant;
import java.util.List;

/**
 * What an editor has to look at in a report.
 *
 * @param version the newest version that asks for it; 0: nothing is asked
 * @param reasons for editors; empty for other readers, who learn only that no editor has looked at
 *     the version yet
 * @param since when it was asked first; null: nothing is asked
 * @param author the account of whoever wrote the version; null: unknown, or not for this reader
 */
public record OpenReview(int version, List<ReviewReason> reasons, Instant since, Long author) {
  /** Nothing is asked. */
  static final OpenReview NONE = new OpenReview(0, List.of(), null, null);

  /** Whether a look is asked for, as far as this reader may know. */
  public boolean asked() {
    return version > 0;
  }

  /** Whether the report is not confirmed before. */
  public boolean grave() {
    return reasons.stream().anyMatch(ReviewReason::grave);
  }
}
