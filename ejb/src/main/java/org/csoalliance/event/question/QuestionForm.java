package org.csoalliance.event.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of what is asked.
 *
 * @param id 0: nothing is asked
 * @param version from 1; 0: there is none yet
 */
public record QuestionForm(
    long id, FormKind kind, int version, List<Question> questions, Instant madeAt, String madeBy) {
  /** Copies the questions. */
  public QuestionForm {
    questions = List.copyOf(questions);
  }

  /** Nothing is asked. */
  static QuestionForm none(FormKind kind) {
    return new QuestionForm(0, kind, 0, List.of(), null, "");
  }

  /** The question of the key. */
  public Optional<Question> question(String key) {
    return questions.stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** What somebody in the category is asked. */
  public List<Question> of(Long category) {
    return questions.stream().filter(one -> one.asks(category)).toList();
  }
}
