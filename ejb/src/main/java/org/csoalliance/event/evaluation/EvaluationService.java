package org.csoalliance.event.evaluation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csoalliance.event.mailing.EvaluationLinks;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;

/**
 * Somebody who was checked in says what they thought of it: once, and unlinkable. By the signed
 * address in a mail, without signing in, or signed in as the person who was there. Anyone may call
 * it; who was not there finds nothing.
 */
@Stateless
@PermitAll
public class EvaluationService {
  private static final int TEXT = 2000;

  @Inject private EvaluationRepository evaluations;
  @Inject private EvaluationLinks links;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public EvaluationService() {}

  /** For tests. */
  public EvaluationService(
      EvaluationRepository evaluations, EvaluationLinks links, CallerContext caller) {
    this.evaluations = evaluations;
    this.links = links;
    this.caller = caller;
  }

  /**
   * The questions.
   *
   * @param token of the mail; null: by who is signed in
   * @param slug of the event, without a token
   * @throws NotFoundException when the person was not there, or the evaluation is not open
   */
  public EvaluationForm form(String token, String slug) {
    EvaluationRepository.There there = there(token, slug);
    return new EvaluationForm(
        there.slug(), there.title(), evaluations.questions(there.event()), there.answered());
  }

  /**
   * Takes the answers. A question that is left out is not answered.
   *
   * @param given answers by the number of their question
   * @throws NotFoundException as for the form
   * @throws ConflictException when this person has answered
   * @throws InvalidException with a sentence for each answer that cannot be taken, or when nothing
   *     was answered
   */
  public void answer(String token, String slug, Map<Long, String> given) {
    EvaluationRepository.There there = there(token, slug);
    List<EvaluationQuestion> questions = evaluations.questions(there.event());
    Map<Long, String> clean = clean(questions, given);
    evaluations.lock(there.event());
    if (!evaluations.given(there.event(), there.registration())) {
      throw new ConflictException("You have answered before. Each person answers once.");
    }
    clean.forEach((question, answer) -> evaluations.answer(there.event(), question, answer));
    evaluations.shuffle(there.event());
  }

  private EvaluationRepository.There there(String token, String slug) {
    Optional<EvaluationRepository.There> there =
        token != null && !token.isBlank()
            ? links.registration(token).flatMap(evaluations::there)
            : caller.reader().signedIn()
                ? evaluations.there(slug == null ? "" : slug, caller.reader().accountId())
                : Optional.empty();
    return there.orElseThrow(
        () -> new NotFoundException("There is nothing to evaluate at this address."));
  }

  private static Map<Long, String> clean(
      List<EvaluationQuestion> questions, Map<Long, String> given) {
    Map<String, String> wrong = new LinkedHashMap<>();
    Map<Long, String> clean = new LinkedHashMap<>();
    for (EvaluationQuestion question : questions) {
      String answer = given.getOrDefault(question.id(), "").strip();
      if (answer.isEmpty()) {
        continue;
      }
      if (answer.length() > TEXT) {
        wrong.put("q" + question.id(), "Write at most 2,000 characters.");
      } else if (question.kind() != EvaluationQuestion.Kind.TEXT
          && !question.answers().contains(answer)) {
        wrong.put("q" + question.id(), "Choose one of the answers.");
      }
      clean.put(question.id(), answer);
    }
    if (clean.isEmpty() && !questions.isEmpty()) {
      wrong.put("q" + questions.get(0).id(), "Answer at least one question.");
    }
    if (!wrong.isEmpty()) {
      throw new InvalidException(wrong);
    }
    return clean;
  }
}
