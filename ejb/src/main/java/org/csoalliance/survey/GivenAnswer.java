package org.csoalliance.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/**
 * One answer to one line of a question.
 *
 * @param line 0 but for a matrix
 * @param value the number of the option, or words
 */
record GivenAnswer(long question, int line, String value) {
  private static final int MOST = 2000;

  /**
   * Reads what was posted.
   *
   * @param given every value posted under a name
   * @throws InvalidException at the names of the fields
   */
  static List<GivenAnswer> read(
      List<SurveyQuestion> questions, Function<String, List<String>> given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<GivenAnswer> answers = new ArrayList<>();
    for (SurveyQuestion question : questions) {
      for (int line = 0; line < question.lines().size(); line++) {
        String field = question.field(line);
        List<String> values = given.apply(field).stream().filter(v -> !v.isBlank()).toList();
        String sentence = sentence(question, values);
        if (sentence != null) {
          wrong.put(field, sentence);
        } else {
          for (String value : values.stream().distinct().toList()) {
            answers.add(
                new GivenAnswer(
                    question.id(),
                    line,
                    PlainText.column(value.strip().replace("\r\n", "\n"), MOST)));
          }
        }
      }
    }
    if (wrong.isEmpty() && answers.isEmpty()) {
      wrong.put("answers", "Answer at least one question.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return answers;
  }

  private static String sentence(SurveyQuestion question, List<String> values) {
    if (values.isEmpty()) {
      return question.required() ? "Answer the question: " + question.text() : null;
    }
    if (question.kind() == QuestionKind.TEXT) {
      return values.get(0).codePointCount(0, values.get(0).length()) > MOST
          ? "Write at most 2,000 characters."
          : null;
    }
    boolean known =
        values.stream()
            .allMatch(
                v -> v.matches("[0-9]{1,2}") && Integer.parseInt(v) < question.options().size());
    boolean one = !question.kind().oneEach() || values.size() == 1;
    return known && one ? null : "Choose from what is offered.";
  }
}
