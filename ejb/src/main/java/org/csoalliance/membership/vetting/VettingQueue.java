package org.csoalliance.membership.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.csoalliance.membership.join.ApplicationState;

/**
 * The officers' queue.
 *
 * @param counts of all views
 * @param total applications of the view asked for
 * @param rows one page of them
 */
public record VettingQueue(Counts counts, long total, List<Row> rows) {
  /** So many applications are on a page. */
  public static final int PAGE = 25;

  /** Which applications. */
  public enum View {
    OPEN("All open"),
    WAITING("Wait for the first check"),
    ASKED("More was asked"),
    SECOND("Wait for the second officer"),
    APPEALS("Appeals"),
    OVERDUE("Overdue"),
    DECIDED("Decided");

    private final String words;

    View(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /**
   * How many applications stand where.
   *
   * @param open all that are not decided
   * @param waiting for the first check
   * @param asked for more
   * @param second for the second officer
   * @param appeals against a refusal
   * @param overdue past the promised day, while the officers have them
   * @param decided approved or refused
   */
  public record Counts(
      long open, long waiting, long asked, long second, long appeals, long overdue, long decided) {
    /** Of a view. */
    public long of(View view) {
      return switch (view) {
        case OPEN -> open;
        case WAITING -> waiting;
        case ASKED -> asked;
        case SECOND -> second;
        case APPEALS -> appeals;
        case OVERDUE -> overdue;
        case DECIDED -> decided;
      };
    }
  }

  /**
   * An application in the queue.
   *
   * @param ships how many are named
   * @param submittedAt the last time it came in
   * @param age in working days
   * @param promised the last day of the promise
   * @param overdue past that day, and the officers have it
   * @param checkedBy who did the first check or began it, null when nobody did
   */
  public record Row(
      String reference,
      String name,
      String companyName,
      int ships,
      Instant submittedAt,
      int age,
      LocalDate promised,
      boolean overdue,
      ApplicationState state,
      String checkedBy) {}
}
