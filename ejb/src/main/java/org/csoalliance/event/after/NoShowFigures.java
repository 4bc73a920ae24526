package org.csoalliance.event.after;

import java.util.List;

/**
 * Who had a seat and did not come. Companies and categories with fewer than five seats stand
 * together as others, and counts of one to four are "few".
 *
 * @param seats of those who came and those who did not; 0: nobody was checked in yet
 * @param advice how many seats more might be given next time, in a sentence; empty where there is
 *     too little to go by
 */
public record NoShowFigures(
    int seats, int missing, List<Line> companies, List<Line> categories, String advice) {
  /** From so many on, a count is told. */
  public static final int LEAST = 5;

  /** Copies the lists. */
  public NoShowFigures {
    companies = List.copyOf(companies);
    categories = List.copyOf(categories);
  }

  /**
   * A company or a category.
   *
   * @param seats people who had a seat
   * @param missing how many of them did not come
   */
  public record Line(String name, int seats, int missing) {
    /** The number, or "few". */
    public String words() {
      return missing > 0 && missing < LEAST ? "few" : "" + missing;
    }
  }
}
