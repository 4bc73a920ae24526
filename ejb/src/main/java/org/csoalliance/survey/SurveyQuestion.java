package org.csoalliance.survey;

import java.util.List;

/**
 * A question.
 *
 * @param code the same in each round of the same question
 * @param options to choose from, numbered from 0; none where it is answered in words
 * @param lines what a matrix asks about, numbered from 0; a single empty one for other kinds
 * @param required whether it must be answered
 */
public record SurveyQuestion(
    long id,
    int position,
    String code,
    QuestionKind kind,
    String text,
    List<String> options,
    List<String> lines,
    boolean required) {

  /** Under which name the answer of a line is posted. */
  public String field(int line) {
    return "q" + id + (kind == QuestionKind.MATRIX ? "-" + line : "");
  }
}
