package org.csoalliance.web.registration;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.question.GivenAnswers;
import org.csoalliance.event.question.Question;
import org.csoalliance.event.question.QuestionType;
import org.csoalliance.platform.geo.Country;

/** A question as a form shows it: its words, what was answered, and what is wrong with that. */
public final class AskedQuestion {
  /** Somebody who answers sees this much of a file. */
  public record Line(String value, String words, boolean chosen) {}

  private final Question question;
  private final List<String> answers;
  private final boolean agreed;
  private final String condition;

  private AskedQuestion(Question question, List<String> answers, boolean agreed, String condition) {
    this.question = question;
    this.answers = answers;
    this.agreed = agreed;
    this.condition = condition;
  }

  /**
   * Questions with what was typed, where a form was sent, else with what stands.
   *
   * @param standing answers by key, several one a line
   * @param categories names by number, for questions that are for some of them alone
   */
  static List<AskedQuestion> of(
      List<Question> questions, Map<String, String> standing, Map<String, String> categories) {
    List<AskedQuestion> all = new ArrayList<>();
    for (Question one : questions) {
      String stands = standing.getOrDefault(one.key(), "");
      List<String> answers =
          Posted.is() ? Posted.all(one.key()) : stands.isEmpty() ? List.of() : lines(one, stands);
      boolean agreed =
          Posted.is() ? Posted.text(one.key() + "-ok").equals("yes") : !stands.isEmpty();
      all.add(new AskedQuestion(one, answers, agreed, condition(one, questions, categories)));
    }
    return all;
  }

  /** Questions as somebody sees them who has answered nothing. */
  static List<AskedQuestion> blank(List<Question> questions, Map<String, String> categories) {
    return questions.stream()
        .map(one -> new AskedQuestion(one, List.of(), false, condition(one, questions, categories)))
        .toList();
  }

  private static List<String> lines(Question question, String answer) {
    return question.type() == QuestionType.SEVERAL ? answer.lines().toList() : List.of(answer);
  }

  private static String condition(
      Question one, List<Question> all, Map<String, String> categories) {
    List<String> words = new ArrayList<>();
    if (one.conditional()) {
      all.stream()
          .filter(other -> other.key().equals(one.onKey()))
          .forEach(
              other ->
                  words.add(
                      "Only if you answered \""
                          + one.onAnswer()
                          + "\" to \""
                          + other.label()
                          + "\""));
    }
    if (!one.categories().isEmpty()) {
      words.add(
          "Only in the category "
              + String.join(
                  " or ",
                  one.categories().stream()
                      .map(id -> categories.getOrDefault("" + id, "that is gone"))
                      .toList()));
    }
    return String.join(". ", words);
  }

  /** What was filled in. */
  static GivenAnswers posted(List<Question> questions) {
    Map<String, List<String>> texts = new java.util.HashMap<>();
    for (Question one : questions) {
      texts.put(one.key(), Posted.all(one.key()));
      texts.put(one.key() + "-ok", Posted.all(one.key() + "-ok"));
    }
    return new GivenAnswers(texts, Map.of());
  }

  /** The id of the control, and its name. */
  public String getKey() {
    return question.key();
  }

  /** The question. */
  public String getLabel() {
    return question.label();
  }

  /** Hint and condition. */
  public String getHint() {
    List<String> words = new ArrayList<>();
    if (!condition.isEmpty()) {
      words.add(condition);
    }
    if (!question.hint().isEmpty()) {
      words.add(question.hint());
    }
    if (question.type() == QuestionType.DATE) {
      words.add("Year, month and day, such as 2027-01-20");
    }
    return String.join(". ", words);
  }

  /** The name of the type. */
  public String getType() {
    return question.type().name();
  }

  /** Whether it may stay empty. */
  public boolean isOptional() {
    return !question.required();
  }

  /** Whether an answer needs a consent of its own. */
  public boolean isConsent() {
    return question.special().consent();
  }

  /** Whether that consent is given. */
  public boolean isAgreed() {
    return agreed;
  }

  /** What was typed. */
  public String getValue() {
    return answers.isEmpty() ? "" : answers.get(0);
  }

  /** What there is to choose. */
  public List<Line> getLines() {
    return question.choices().stream()
        .map(one -> new Line(one, one, answers.contains(one)))
        .toList();
  }

  /** Every country by its English name. */
  public List<Line> getCountries() {
    return Arrays.stream(Locale.getISOCountries())
        .filter(Country::known)
        .map(code -> new Line(code, Country.name(code), answers.contains(code)))
        .sorted(Comparator.comparing(Line::words))
        .toList();
  }

  /** Everything that was sent, to be sent again. */
  public List<String> getAnswers() {
    return answers;
  }

  /** What is wrong with the answer; empty: nothing. */
  public String getError() {
    return error(question.key());
  }

  /** What is wrong with the consent; empty: nothing. */
  public String getConsentError() {
    return error(question.key() + "-ok");
  }

  /** The ids that describe the control. */
  public String getDescribed() {
    String hint = getHint().isEmpty() ? "" : getKey() + "-h";
    String wrong = getError().isEmpty() ? "" : getKey() + "-e";
    return (hint + " " + wrong).strip();
  }

  /** The answer in words, for the check. */
  public String getWords() {
    if (answers.isEmpty() || answers.get(0).isEmpty()) {
      return "Not provided";
    }
    return words(question.type(), String.join("\n", answers));
  }

  /** An answer in words. */
  static String words(QuestionType type, String answer) {
    return switch (type) {
      case COUNTRY -> Country.known(answer) ? Country.name(answer) : answer;
      case CONSENT -> "Agreed";
      case SEVERAL -> String.join(", ", answer.lines().toList());
      default -> answer;
    };
  }

  private static String error(String id) {
    return FacesContext.getCurrentInstance().getMessageList(id).stream()
        .map(FacesMessage::getSummary)
        .findFirst()
        .orElse("");
  }
}
