package org.csoalliance.event.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.csoalliance.platform.geo.Country;
import org.csoalliance.platform.text.PlainText;

/** Holds answers against the questions. */
final class AnswerRules {
  private static final int LINE = 300;
  private static final int LONG = 4000;

  private AnswerRules() {}

  /**
   * Answers as they are kept, by key; what is not asked of this person is left out.
   *
   * @param kept keys of files that were given before and stand
   * @param wrong takes a sentence for each field that cannot be taken
   */
  static Map<String, String> clean(
      List<Question> questions, GivenAnswers given, List<String> kept, Map<String, String> wrong) {
    Map<String, String> clean = new LinkedHashMap<>();
    for (Question question : questions) {
      if (question.conditional() && !met(question, clean)) {
        continue;
      }
      if (question.type() == QuestionType.FILE) {
        file(question, given, kept, wrong);
        continue;
      }
      String answer = answer(question, given, wrong);
      if (answer == null) {
        continue;
      }
      if (answer.isEmpty()) {
        if (question.required()) {
          wrong.put(question.key(), missing(question));
        }
      } else if (question.special().consent()
          && !given.text(question.key() + "-ok").equals("yes")) {
        wrong.put(
            question.key() + "-ok",
            "Agree that this answer is kept, or leave \"" + question.label() + "\" empty.");
      }
      clean.put(question.key(), answer);
    }
    return clean;
  }

  private static boolean met(Question question, Map<String, String> clean) {
    String answer = clean.getOrDefault(question.onKey(), "");
    return answer.lines().anyMatch(line -> line.equalsIgnoreCase(question.onAnswer()));
  }

  private static void file(
      Question question, GivenAnswers given, List<String> kept, Map<String, String> wrong) {
    if (question.required()
        && !given.files().containsKey(question.key())
        && !kept.contains(question.key())) {
      wrong.put(question.key(), missing(question));
    }
  }

  private static String missing(Question question) {
    return switch (question.type()) {
      case CHOICE, COUNTRY -> "Choose an answer: " + question.label();
      case SEVERAL -> "Choose at least one: " + question.label();
      case CONSENT -> "Say that you agree: " + question.label();
      case FILE -> "Attach a file: " + question.label();
      default -> "Answer this: " + question.label();
    };
  }

  /** The answer of one question; null where it cannot be taken, with the reason noted. */
  private static String answer(Question question, GivenAnswers given, Map<String, String> wrong) {
    String key = question.key();
    return switch (question.type()) {
      case TEXT -> text(key, PlainText.line(cut(given.text(key)), LINE + 1), LINE, wrong);
      case LONG_TEXT ->
          text(
              key,
              PlainText.column(cut(given.text(key)), LONG + 1)
                  .replace("\r\n", "\n")
                  .replace('\r', '\n')
                  .strip(),
              LONG,
              wrong);
      case CHOICE -> one(question, given.text(key).strip(), wrong);
      case SEVERAL -> several(question, given, wrong);
      case DATE -> date(key, given.text(key).strip(), wrong);
      case COUNTRY -> country(key, given.text(key).strip(), wrong);
      case CONSENT -> given.text(key).equals("yes") ? "yes" : "";
      case FILE -> null;
    };
  }

  /** What is far too long is not worked on: so much tells that it is too long. */
  private static String cut(String text) {
    return text.length() > 2 * LONG + 10 ? text.substring(0, 2 * LONG + 10) : text;
  }

  private static String text(String key, String text, int most, Map<String, String> wrong) {
    if (text.codePointCount(0, text.length()) > most) {
      wrong.put(
          key,
          String.format(java.util.Locale.ENGLISH, "Shorten this answer to %,d characters.", most));
      return null;
    }
    return text;
  }

  private static String one(Question question, String chosen, Map<String, String> wrong) {
    if (!chosen.isEmpty() && !question.choices().contains(chosen)) {
      wrong.put(question.key(), "Choose one of the answers that are listed.");
      return null;
    }
    return chosen;
  }

  private static String several(Question question, GivenAnswers given, Map<String, String> wrong) {
    List<String> chosen = new ArrayList<>();
    for (String one : given.texts().getOrDefault(question.key(), List.of())) {
      if (!one.isBlank() && !question.choices().contains(one.strip())) {
        wrong.put(question.key(), "Choose among the answers that are listed.");
        return null;
      }
      if (!one.isBlank() && !chosen.contains(one.strip())) {
        chosen.add(one.strip());
      }
    }
    return String.join("\n", chosen);
  }

  private static String date(String key, String typed, Map<String, String> wrong) {
    if (typed.isEmpty()) {
      return "";
    }
    try {
      LocalDate day = LocalDate.parse(typed);
      if (day.getYear() >= 1900 && day.getYear() <= 2200) {
        return day.toString();
      }
    } catch (DateTimeException unreadable) {
      // told below
    }
    wrong.put(key, "Write the day as year, month and day, such as 2027-01-20.");
    return null;
  }

  private static String country(String key, String typed, Map<String, String> wrong) {
    if (typed.isEmpty()) {
      return "";
    }
    if (typed.matches("[A-Z]{2}") && Country.known(typed)) {
      return typed;
    }
    wrong.put(key, "Choose a country of the list.");
    return null;
  }
}
