package org.csoalliance.event.question;

import java.util.List;

/**
 * Something that is asked.
 *
 * @param key the same through all versions, such as {@code q3}
 * @param label the question, 3 to 300 characters
 * @param hint may be empty
 * @param choices of a question with a list, in their order; empty for others
 * @param onKey it is asked only of those who gave {@code onAnswer} to this earlier question; empty:
 *     of everybody
 * @param categories it is asked only of those in these quotas; empty: of everybody
 */
public record Question(
    String key,
    QuestionType type,
    Special special,
    String label,
    String hint,
    boolean required,
    List<String> choices,
    String onKey,
    String onAnswer,
    List<Long> categories) {
  /** Copies the lists. */
  public Question {
    choices = List.copyOf(choices);
    categories = List.copyOf(categories);
  }

  /** Whether it depends on another answer. */
  public boolean conditional() {
    return !onKey.isEmpty();
  }

  /** Whether somebody in the category is asked at all. */
  public boolean asks(Long category) {
    return categories.isEmpty() || categories.contains(category);
  }
}
