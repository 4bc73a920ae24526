package org.csoalliance.event.evaluation;

import java.util.List;

/**
 * What people answered. Below five answers nothing is told; a count of one to four is "few".
 *
 * @param asked how many were there
 * @param answered how many answered; null: fewer than five
 * @param questions without their counts where fewer than five answered
 */
public record EvaluationResults(boolean open, int asked, Integer answered, List<Result> questions) {
  /** From so many answers on they are told. */
  public static final int LEAST = 5;

  /** Copies the results. */
  public EvaluationResults {
    questions = List.copyOf(questions);
  }

  /**
   * A question with its answers.
   *
   * @param counts of a scale or a choice, in their order; empty where nothing is told
   * @param texts in own words, in no order; empty where nothing is told
   * @param mean of a scale, one decimal; null where nothing is told
   */
  public record Result(
      EvaluationQuestion question, List<Count> counts, List<String> texts, String mean) {
    /** Copies the lists. */
    public Result {
      counts = List.copyOf(counts);
      texts = List.copyOf(texts);
    }
  }

  /**
   * How often an answer was given.
   *
   * @param words the number, or "few"
   * @param percent for the bar, 0 where it is few
   */
  public record Count(String answer, String words, int percent) {}
}
