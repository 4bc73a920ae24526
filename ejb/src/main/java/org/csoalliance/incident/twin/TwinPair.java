package org.csoalliance.incident.twin;

import java.time.Instant;
import java.util.List;

/**
 * How two incidents stand to each other.
 *
 * @param state what was decided of them
 * @param score 0 to 100; 0 and no reasons when they were never proposed
 * @param decidedAt null when nobody decided
 * @param decision what was decided why, newest first
 * @param oneVersion what the editor has seen
 * @param otherVersion what the editor has seen
 */
public record TwinPair(
    State state,
    int score,
    List<String> reasons,
    Instant decidedAt,
    List<Step> decision,
    int oneVersion,
    int otherVersion) {

  /** How they stand. */
  public enum State {
    /** Nobody proposed or decided. */
    UNKNOWN,
    PROPOSED,
    /** The first is the incident, the second its account. */
    ONE_HOLDS_OTHER,
    /** The second is the incident, the first its account. */
    OTHER_HOLDS_ONE,
    /** Both are accounts of a third, or one is. */
    ELSEWHERE,
    /** Two events, by decision. */
    APART
  }

  /**
   * A step of their history.
   *
   * @param what merged, split or kept apart, as words
   */
  public record Step(Instant at, String who, String what, String reason) {}
}
