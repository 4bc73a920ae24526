package org.csoalliance.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * What came of a question: for each line its choices, or what was written.
 *
 * @param answered how many answered it, 0 where that is not shown
 * @param lines none where it was answered in words
 * @param texts in no order that tells anything; none where fewer than five wrote
 */
public record SurveyResult(
    SurveyQuestion question, long answered, List<Line> lines, List<String> texts) {

  /**
   * A line of a matrix, or the only one.
   *
   * @param name empty where there is one line
   * @param answered how many answered it; fewer than five are not shown
   */
  public record Line(String name, long answered, List<Bar> bars) {
    /** Whether so few answered that nothing is shown. */
    public boolean few() {
      return answered > 0 && answered < SmallCount.LEAST;
    }
  }

  /**
   * A choice.
   *
   * @param count null where it is kept back
   * @param percent of those who answered, with one decimal; null where it is kept back or unknown
   * @param earlier the same of the earlier round; null where that is not known
   */
  public record Bar(int number, String option, Long count, Double percent, Double earlier) {
    /** The count as it is read. */
    public String words() {
      return count == null
          ? new SmallCount(0, true).words()
          : String.format(Locale.ENGLISH, "%,d", count);
    }

    /** A share as it is read. */
    public static String share(Double percent) {
      return percent == null
          ? "–"
          : String.format(Locale.ENGLISH, percent % 1 == 0 ? "%.0f%%" : "%.1f%%", percent);
    }

    /** The share as it is read; a dash where it is kept back. */
    public String shareWords() {
      return share(percent);
    }

    /** The earlier share as it is read. */
    public String earlierWords() {
      return share(earlier);
    }
  }

  /**
   * Which counts of choices are shown. One to four are kept back, and so many more, the smallest
   * first, that what is missing cannot be found by subtraction from the sum, which is shown.
   *
   * @param counts of choices of which each person made exactly one
   */
  static List<Boolean> shownOfOne(List<Long> counts) {
    long total = counts.stream().mapToLong(Long::longValue).sum();
    List<Boolean> shown = new ArrayList<>();
    counts.forEach(count -> shown.add(total >= SmallCount.LEAST && !small(count)));
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      if (shown.get(i)) {
        open.add(i);
      }
    }
    open.sort(Comparator.comparing(counts::get));
    // a nought tells nothing that the others hide, so it is the last to go
    open.sort(Comparator.comparing(i -> counts.get(i) == 0));
    for (int i : open) {
      long hidden = 0;
      int parts = 0;
      for (int k = 0; k < counts.size(); k++) {
        hidden += shown.get(k) ? 0 : counts.get(k);
        parts += shown.get(k) ? 0 : 1;
      }
      if (hidden == 0 || (hidden >= SmallCount.LEAST && parts > 1)) {
        break;
      }
      shown.set(i, false);
    }
    return shown;
  }

  /**
   * The same for choices of which each person made any number: each stands for itself, and those
   * who did not make it are a count as well.
   *
   * @param answered how many answered the question
   */
  static List<Boolean> shownOfAny(List<Long> counts, long answered) {
    return counts.stream()
        .map(count -> answered >= SmallCount.LEAST && !small(count) && !small(answered - count))
        .toList();
  }

  private static boolean small(long count) {
    return count > 0 && count < SmallCount.LEAST;
  }
}
