package org.csoalliance.event.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.event.question.GivenAnswers.GivenFile;
import org.junit.jupiter.api.Test;

class AnswerRulesTest {
  private final Map<String, String> wrong = new LinkedHashMap<>();

  private static Question question(String key, QuestionType type, boolean required) {
    return question(key, type, Special.NONE, required, "", "");
  }

  private static Question question(
      String key,
      QuestionType type,
      Special special,
      boolean required,
      String onKey,
      String onAnswer) {
    List<String> choices = type.listed() ? List.of("Sea", "Air") : List.of();
    return new Question(
        key, type, special, "Label of " + key, "", required, choices, onKey, onAnswer, List.of());
  }

  private Map<String, String> clean(List<Question> questions, Map<String, List<String>> texts) {
    return AnswerRules.clean(questions, new GivenAnswers(texts, Map.of()), List.of(), wrong);
  }

  @Test
  void anAnswerOfAMegabyteIsRefusedWithASentence() {
    for (QuestionType type : List.of(QuestionType.TEXT, QuestionType.LONG_TEXT)) {
      wrong.clear();
      clean(List.of(question("q1", type, false)), Map.of("q1", List.of("a".repeat(1 << 20))));
      assertTrue(wrong.get("q1").startsWith("Shorten this answer to "), wrong::toString);
    }
  }

  @Test
  void whatIsRequiredIsAskedForAndWhatDependsOnAnotherAnswerOnlyThen() {
    List<Question> questions =
        List.of(
            question("q1", QuestionType.CHOICE, true),
            question("q2", QuestionType.TEXT, Special.NONE, true, "q1", "Sea"));
    clean(questions, Map.of());
    assertEquals(List.of("q1"), List.copyOf(wrong.keySet()));
    wrong.clear();
    assertEquals(
        Map.of("q1", "Air"),
        clean(questions, Map.of("q1", List.of("Air"), "q2", List.of("left over"))));
    assertTrue(wrong.isEmpty(), wrong::toString);
    clean(questions, Map.of("q1", List.of("Sea")));
    assertEquals(List.of("q2"), List.copyOf(wrong.keySet()));
  }

  @Test
  void whatIsNotListedIsRefused() {
    Map<QuestionType, String> bad =
        Map.of(
            QuestionType.CHOICE, "Rail",
            QuestionType.SEVERAL, "Rail",
            QuestionType.DATE, "20 January",
            QuestionType.COUNTRY, "ZZ");
    bad.forEach(
        (type, typed) -> {
          wrong.clear();
          assertFalse(
              clean(List.of(question("q1", type, false)), Map.of("q1", List.of(typed)))
                  .containsKey("q1"));
          assertTrue(wrong.containsKey("q1"), type.name());
        });
  }

  @Test
  void foodAndAccessNeedAConsentOfTheirOwn() {
    List<Question> food = List.of(question("q1", QuestionType.TEXT, Special.DIET, false, "", ""));
    clean(food, Map.of("q1", List.of("No nuts")));
    assertTrue(wrong.containsKey("q1-ok"), wrong::toString);
    wrong.clear();
    assertEquals(
        Map.of("q1", "No nuts"),
        clean(food, Map.of("q1", List.of("No nuts"), "q1-ok", List.of("yes"))));
    clean(food, Map.of("q1", List.of("")));
    assertTrue(wrong.isEmpty(), wrong::toString);
  }

  @Test
  void aRequiredFileIsAskedForOnce() {
    List<Question> file = List.of(question("q1", QuestionType.FILE, true));
    AnswerRules.clean(file, GivenAnswers.NONE, List.of(), wrong);
    assertTrue(wrong.containsKey("q1"));
    wrong.clear();
    AnswerRules.clean(file, GivenAnswers.NONE, List.of("q1"), wrong);
    AnswerRules.clean(
        file,
        new GivenAnswers(Map.of(), Map.of("q1", new GivenFile("a.pdf", new byte[] {1}))),
        List.of(),
        wrong);
    assertTrue(wrong.isEmpty(), wrong::toString);
  }
}
