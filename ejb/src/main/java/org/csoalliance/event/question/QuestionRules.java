package org.csoalliance.event.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.text.PlainText;

/** What a question must be to be asked: one sentence for each component that cannot be taken. */
final class QuestionRules {
  static final int MOST = 60;
  private static final int MOST_CHOICES = 50;

  private QuestionRules() {}

  /**
   * The question as it is kept.
   *
   * @param before those that come before it, on whose answers it may depend
   */
  static Question clean(Question given, List<Question> before) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String label = PlainText.line(given.label(), 1000);
    if (label.length() < 3 || label.length() > 300) {
      wrong.put("label", "Write the question, in 3 to 300 characters.");
    }
    if (given.type() == null) {
      wrong.put("type", "Choose how it is answered.");
    }
    if (given.special() == null) {
      wrong.put("special", "Choose what kind of answer it is.");
    }
    String hint = PlainText.line(given.hint(), 1000);
    if (hint.length() > 300) {
      wrong.put("hint", "Shorten the hint to 300 characters.");
    }
    List<String> choices = choices(given, wrong);
    condition(given, before, wrong);
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return new Question(
        given.key(),
        given.type(),
        given.special(),
        label,
        hint,
        given.required(),
        choices,
        given.onKey(),
        given.onKey().isEmpty() ? "" : PlainText.line(given.onAnswer(), 200),
        given.categories());
  }

  private static List<String> choices(Question given, Map<String, String> wrong) {
    if (given.type() == null || !given.type().listed()) {
      return List.of();
    }
    List<String> choices = new ArrayList<>();
    for (String one : given.choices()) {
      String words = PlainText.line(one, 500);
      if (words.length() > 150) {
        wrong.put("choices", "Shorten each choice to 150 characters.");
      }
      if (!words.isEmpty() && !choices.contains(words)) {
        choices.add(words);
      }
    }
    if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
      wrong.putIfAbsent("choices", "Write 2 to 50 different choices, each in a line of its own.");
    }
    return choices;
  }

  private static void condition(Question given, List<Question> before, Map<String, String> wrong) {
    if (given.onKey().isEmpty()) {
      return;
    }
    Question on =
        before.stream().filter(one -> one.key().equals(given.onKey())).findFirst().orElse(null);
    if (on == null) {
      wrong.put("onKey", "It can depend on a question that stands before it.");
    } else if (PlainText.line(given.onAnswer(), 200).isEmpty()) {
      wrong.put("onAnswer", "Write the answer on which it is asked.");
    } else if (on.type().listed() && !on.choices().contains(given.onAnswer().strip())) {
      wrong.put("onAnswer", "Write one of the choices of that question, word for word.");
    }
  }
}
