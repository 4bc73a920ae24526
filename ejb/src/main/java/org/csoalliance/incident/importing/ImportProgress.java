package org.csoalliance.incident.importing;

import java.time.Instant;
import java.util.List;

/**
 * How far an import is and what became of its rows. In the end {@code imported + updated +
 * duplicates + unchanged + refused = total}; while it runs they add up to {@code done}.
 *
 * @param source the kind of list, {@code NGA_ASAM} or {@code LIST}
 * @param sourceName whose list it is; may be empty
 * @param failure why it failed, as a sentence; null unless FAILED
 * @param note what is to be known of the file as a whole, such as its character set; may be empty
 * @param total the rows of the file
 * @param done the rows worked through so far
 * @param imported became incidents
 * @param updated changed an incident that stood there already
 * @param duplicates look like an incident that stands there already: kept out of the list, see
 *     {@code possibleDuplicates}
 * @param unchanged were worked through by an earlier import and are the same still
 * @param refused could not be taken, see {@code refusals}
 * @param refusals by line; in lists of several imports empty
 * @param possibleDuplicates by line; in lists of several imports empty
 * @param endedAt null while it runs
 */
public record ImportProgress(
    long id,
    String source,
    String sourceName,
    String fileName,
    State state,
    String failure,
    String note,
    int total,
    int done,
    int imported,
    int updated,
    int duplicates,
    int unchanged,
    int refused,
    List<Refusal> refusals,
    List<PossibleDuplicate> possibleDuplicates,
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

  /**
   * A row that looks like an incident that stands there already.
   *
   * @param line the line of the file where the row starts, counted from 1
   * @param sourceReference the row's own reference
   * @param twinReference our reference of the incident it looks like
   * @param twinSourceReference the source's reference of that incident
   * @param reason why it looks so, as a sentence
   * @param text the row's own description
   * @param accountReference our reference of the row itself, an account of the twin; null when the
   *     row is the same as another one of the file
   */
  public record PossibleDuplicate(
      int line,
      String sourceReference,
      String twinReference,
      String twinSourceReference,
      String reason,
      String text,
      String accountReference) {}

  /** Whose list it is, for people. */
  public String sourceLabel() {
    return sourceName.isEmpty() ? "NGA ASAM" : sourceName;
  }

  /** How much is done, 0 to 100; 100 only at the end. */
  public int percent() {
    if (state != State.RUNNING) {
      return 100;
    }
    return total == 0 ? 0 : Math.min(99, (int) (100L * done / total));
  }
}
