package org.csoalliance.event.evaluation;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.ORGANISER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.csoalliance.event.EventAccess;
import org.csoalliance.event.EventDesk;
import org.csoalliance.event.EventDuty;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.text.PlainText;

/** Organisers write the questions, open the evaluation and read what came of it. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR, ORGANISER})
public class EvaluationDeskService {
  private static final int MOST = 12;

  @Inject private EventAccess access;
  @Inject private EvaluationRepository evaluations;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public EvaluationDeskService() {}

  /** For tests. */
  public EvaluationDeskService(
      EventAccess access, EvaluationRepository evaluations, AuditLog audit, CallerContext caller) {
    this.access = access;
    this.evaluations = evaluations;
    this.audit = audit;
    this.caller = caller;
  }

  private EventDesk own(String slug) {
    return access.require(slug, EventDuty.ORGANISER);
  }

  /**
   * Adds a question at the end.
   *
   * @param options of a choice, one a line
   * @throws NotFoundException when there is no such event of the caller's
   * @throws ConflictException when somebody has answered
   * @throws InvalidException with a sentence for each that cannot be taken
   */
  public void add(String slug, EvaluationQuestion.Kind kind, String words, String options) {
    EventDesk event = own(slug);
    still(event);
    Map<String, String> wrong = new LinkedHashMap<>();
    String line = words == null ? "" : PlainText.line(words, 301).strip();
    if (line.length() < 5 || line.length() > 300) {
      wrong.put("words", "Write the question in 5 to 300 characters.");
    }
    if (kind == null) {
      wrong.put("kind", "Choose how it is answered.");
    }
    List<String> choices =
        options == null || kind != EvaluationQuestion.Kind.CHOICE
            ? List.of()
            : options
                .lines()
                .map(each -> PlainText.line(each, 100).strip())
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    if (kind == EvaluationQuestion.Kind.CHOICE && (choices.size() < 2 || choices.size() > 9)) {
      wrong.put("options", "Give 2 to 9 answers, one a line.");
    }
    if (evaluations.questions(event.id()).size() >= MOST) {
      wrong.put("words", "Ask at most 12 questions, else nobody answers.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    evaluations.add(event.id(), kind, line, choices);
  }

  /**
   * Adds four questions that are usual.
   *
   * @throws ConflictException when somebody has answered
   */
  public void usual(String slug) {
    EventDesk event = own(slug);
    still(event);
    evaluations.add(
        event.id(), EvaluationQuestion.Kind.SCALE, "How useful was it for your work?", List.of());
    evaluations.add(
        event.id(),
        EvaluationQuestion.Kind.CHOICE,
        "Would you come again?",
        List.of("Yes", "Perhaps", "No"));
    evaluations.add(event.id(), EvaluationQuestion.Kind.TEXT, "What was best?", List.of());
    evaluations.add(event.id(), EvaluationQuestion.Kind.TEXT, "What should change?", List.of());
  }

  /**
   * Takes a question away.
   *
   * @throws NotFoundException when there is no such question of the caller's event
   * @throws ConflictException when somebody has answered
   */
  public void remove(String slug, long question) {
    EventDesk event = own(slug);
    still(event);
    if (!evaluations.remove(event.id(), question)) {
      throw new NotFoundException("There is no such question.");
    }
  }

  private void still(EventDesk event) {
    evaluations.lock(event.id());
    if (evaluations.turnout(event.id())[1] > 0) {
      throw new ConflictException(
          "Somebody has answered, so the questions stay as they are. Close the evaluation if it"
              + " asks the wrong thing.");
    }
  }

  /**
   * Lets people answer, or ends it.
   *
   * @throws ConflictException when there is no question
   */
  public void open(String slug, boolean open) {
    EventDesk event = own(slug);
    if (open && evaluations.questions(event.id()).isEmpty()) {
      throw new ConflictException("Write a question first.");
    }
    evaluations.open(event.id(), open);
    audit.record(
        caller.reader(),
        open ? "event.evaluation_opened" : "event.evaluation_closed",
        "event",
        event.slug(),
        "");
  }

  /** What came of it; below five answers nothing but the questions. */
  public EvaluationResults results(String slug) {
    EventDesk event = own(slug);
    int[] turnout = evaluations.turnout(event.id());
    boolean told = turnout[1] >= EvaluationResults.LEAST;
    List<Map.Entry<Long, String>> answers = told ? evaluations.answers(event.id()) : List.of();
    List<EvaluationResults.Result> results = new ArrayList<>();
    for (EvaluationQuestion question : evaluations.questions(event.id())) {
      results.add(
          result(
              question,
              answers.stream()
                  .filter(answer -> answer.getKey() == question.id())
                  .map(Map.Entry::getValue)
                  .toList()));
    }
    return new EvaluationResults(
        evaluations.isOpen(event.id()), turnout[0], told ? (Integer) turnout[1] : null, results);
  }

  static EvaluationResults.Result result(EvaluationQuestion question, List<String> answers) {
    if (answers.size() < EvaluationResults.LEAST) {
      return new EvaluationResults.Result(question, List.of(), List.of(), null);
    }
    if (question.kind() == EvaluationQuestion.Kind.TEXT) {
      return new EvaluationResults.Result(question, List.of(), answers, null);
    }
    List<EvaluationResults.Count> counts = new ArrayList<>();
    for (String answer : question.answers()) {
      int count = (int) answers.stream().filter(answer::equals).count();
      boolean few = count > 0 && count < EvaluationResults.LEAST;
      counts.add(
          new EvaluationResults.Count(
              answer, few ? "few" : "" + count, few ? 0 : count * 100 / answers.size()));
    }
    String mean =
        question.kind() == EvaluationQuestion.Kind.SCALE
            ? String.format(
                Locale.ENGLISH,
                "%.1f",
                answers.stream().mapToInt(Integer::parseInt).average().orElse(0))
            : null;
    return new EvaluationResults.Result(question, counts, List.of(), mean);
  }
}
