package org.csoalliance.event.question;

import java.util.List;
import java.util.Map;

/**
 * The answers of an event as a table: a column for each question that was ever asked, with its
 * newest words, and the answers by the number of the registration and the key of the question.
 *
 * @param answers of a registration without any there is no entry; of several choices, one a line
 */
public record AnswerTable(List<Column> columns, Map<Long, Map<String, String>> answers) {
  /** A question. */
  public record Column(String key, String label, QuestionType type, Special special) {}

  /** The answer; empty when there is none. */
  public String answer(long registrationId, String key) {
    return answers.getOrDefault(registrationId, Map.of()).getOrDefault(key, "");
  }
}
