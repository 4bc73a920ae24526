package org.csoalliance.geography;

import java.time.Instant;
import java.util.List;

/**
 * How far an import of ports is, and what became of its rows: in the end {@code imported + updated
 * + unchanged + refused = total}; while it runs they add up to {@code done}.
 *
 * @param failure why it failed, as a sentence; null unless FAILED
 * @param refusals by line; in lists of several imports empty
 * @param endedAt null while it runs
 */
public record PortImport(
    long id,
    PortSource source,
    String fileName,
    State state,
    String failure,
    int total,
    int done,
    int imported,
    int updated,
    int unchanged,
    int refused,
    List<Refusal> refusals,
    String startedBy,
    Instant startedAt,
    Instant endedAt) {

  /** Where a job stands. */
  public enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * A row that was not taken.
   *
   * @param line the line of the file where the row starts, counted from 1
   * @param reason a sentence
   */
  public record Refusal(int line, String reason) {}

  /** How much is done, 0 to 100; 100 only at the end. */
  public int percent() {
    if (state != State.RUNNING) {
      return 100;
    }
    return total == 0 ? 0 : Math.min(99, (int) (100L * done / total));
  }
}
