package org.csoalliance.event.evaluation;

import java.util.List;

/**
 * The evaluation for somebody who was there.
 *
 * @param answered whether this person has answered already
 */
public record EvaluationForm(
    String slug, String title, List<EvaluationQuestion> questions, boolean answered) {
  /** Copies the questions. */
  public EvaluationForm {
    questions = List.copyOf(questions);
  }
}
