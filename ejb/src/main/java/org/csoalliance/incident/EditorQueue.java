package org.csoalliance.incident;

import java.time.Instant;
import java.util.List;

/**
 * What an editor works on: the counts of all views, and the reports of the one asked for.
 *
 * @param toCheck reports of the alliance that nobody has judged yet, or that ask for a look again
 * @param disputed reports of the alliance that are disputed
 * @param doneToday incidents that an editor judged since midnight UTC
 * @param overdue how many of those to check wait since more than three hours ago
 * @param labels references of the reports whose wider label waits for a second editor
 * @param items of the view asked for, at most 200
 */
public record EditorQueue(
    long toCheck,
    long disputed,
    long doneToday,
    long overdue,
    List<String> labels,
    List<Entry> items) {

  /** Which reports. */
  public enum View {
    TO_CHECK,
    DISPUTED,
    DONE_TODAY
  }

  /**
   * A report in the queue.
   *
   * @param since what its waiting time counts from: when it came in, asked for a look, or was
   *     judged last
   * @param reporterName null when nobody of the alliance reported it
   * @param companyName null when there is none
   * @param contact where the editor can ask back; may be empty
   * @param personsHarmed those who may be hurt come before the others
   * @param reasons why an editor has to look at it beyond a new report; may be empty
   */
  public record Entry(
      IncidentSummary summary,
      Instant since,
      String reporterName,
      String companyName,
      String contact,
      PersonsHarmed personsHarmed,
      List<ReviewReason> reasons) {}
}
