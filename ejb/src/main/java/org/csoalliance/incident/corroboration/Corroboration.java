package org.csoalliance.incident.corroboration;

import java.time.Instant;
import java.util.List;

/**
 * What other companies say to an incident: a part of its page, as this reader may see it.
 *
 * @param confidence what it comes to
 * @param answers the standing ones, the oldest first; empty for the public
 * @param mayAnswer whether the reader's company may answer
 * @param mayDecide whether the reader accepts and declines
 */
public record Corroboration(
    Confidence confidence, List<Answer> answers, boolean mayAnswer, boolean mayDecide) {

  /** Copies the answers. */
  public Corroboration {
    answers = List.copyOf(answers);
  }

  /** What an editor made of an answer. */
  public enum Decision {
    OPEN,
    ACCEPTED,
    DECLINED
  }

  /**
   * An answer.
   *
   * @param company as it wants to be shown; "A company of the alliance" where it is hidden
   * @param person who answered, for editors and the company's own people; else null
   * @param ship the ship, where the company is shown; else null
   * @param distanceNm from the place, nautical miles; null when not given
   * @param seenAt UTC, null when not given
   * @param ours whether it is of the reader's company
   * @param decidedReason empty while it is open
   */
  public record Answer(
      long id,
      Stance stance,
      String company,
      String person,
      String ship,
      Double distanceNm,
      Instant seenAt,
      String words,
      Instant answeredAt,
      boolean ours,
      Decision decision,
      String decidedBy,
      String decidedReason) {}
}
