package org.csoalliance.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** A question as an editor writes it; see {@link SurveyQuestion}. */
public record NewQuestion(
    QuestionKind kind, String text, List<String> options, List<String> lines, boolean required) {
  private static final int MOST_OPTIONS = 12;

  /**
   * Reads what was typed.
   *
   * @param options one in a line
   * @param lines of a matrix, one in a line
   * @throws InvalidException fields {@code kind, text, options, lines}
   */
  public static NewQuestion typed(
      String kind, String text, String options, String lines, boolean required) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Optional<QuestionKind> how = QuestionKind.of(kind);
    if (how.isEmpty()) {
      wrong.put("kind", "Choose how it is answered.");
    }
    String asked = text == null ? "" : PlainText.line(text, 301);
    if (asked.length() < 5 || asked.codePointCount(0, asked.length()) > 300) {
      wrong.put("text", "Write the question in 5 to 300 characters.");
    }
    QuestionKind of = how.orElse(QuestionKind.TEXT);
    List<String> choices = of == QuestionKind.TEXT ? List.of() : lines(options);
    if (of != QuestionKind.TEXT && !fit(choices, 2)) {
      wrong.put("options", "Write 2 to 12 different choices, one in a line, of 100 characters.");
    }
    List<String> about = of == QuestionKind.MATRIX ? lines(lines) : List.of();
    if (of == QuestionKind.MATRIX && !fit(about, 1)) {
      wrong.put("lines", "Write 1 to 12 different lines, of 100 characters each.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new NewQuestion(of, asked, choices, about, required);
  }

  private static boolean fit(List<String> texts, int least) {
    return texts.size() >= least
        && texts.size() <= MOST_OPTIONS
        && texts.stream().distinct().count() == texts.size()
        && texts.stream().allMatch(text -> text.codePointCount(0, text.length()) <= 100);
  }

  private static List<String> lines(String typed) {
    return typed == null
        ? List.of()
        : typed
            .lines()
            .limit(MOST_OPTIONS + 1L)
            .map(line -> PlainText.line(line, 101))
            .filter(line -> !line.isEmpty())
            .toList();
  }
}
