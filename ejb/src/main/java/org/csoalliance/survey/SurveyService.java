package org.csoalliance.survey;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.security.Role;

/** Surveys as members see and answer them. */
@Stateless
@RolesAllowed({MEMBER, EDITOR})
public class SurveyService {
  @Inject private SurveyRepository surveys;
  @Inject private AnswerRepository answers;
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Made by the container. */
  public SurveyService() {}

  SurveyService(
      SurveyRepository surveys, AnswerRepository answers, AuditLog audit, CallerContext caller) {
    this.surveys = surveys;
    this.answers = answers;
    this.audit = audit;
    this.caller = caller;
  }

  /** Surveys that the caller may see, open ones first; one statement. */
  public List<Survey> list() {
    return surveys.shown(caller.reader());
  }

  /**
   * A survey with its questions.
   *
   * @throws NotFoundException when there is none, or it is another group's
   */
  public Survey open(String slug) {
    return surveys
        .find(caller.reader(), slug == null ? "" : slug)
        .orElseThrow(() -> new NotFoundException("There is no such survey."));
  }

  /**
   * Answers, once. Of an anonymous survey it is kept that the caller answered, and what was
   * answered, and no way from one to the other; so the audit entry names nobody either.
   *
   * @param given every value posted under the name of a field, see {@link SurveyQuestion#field}
   * @throws InvalidException at the names of the fields
   * @throws ConflictException when it is not open, or was answered before
   */
  @RolesAllowed(MEMBER)
  public void answer(String slug, Function<String, List<String>> given) {
    Survey survey = open(slug);
    if (!caller.reader().is(Role.MEMBER)) {
      throw new NotFoundException("There is no such survey.");
    }
    List<GivenAnswer> read = GivenAnswer.read(survey.questions(), given);
    surveys.lock(survey.id());
    if (!surveys.open(survey.id())) {
      throw new ConflictException("This survey is not open now. Nothing was taken.");
    }
    if (!answers.once(survey.id(), caller.reader().accountId())) {
      throw new ConflictException("You have answered this survey. One answer a person is taken.");
    }
    if (survey.anonymous()) {
      answers.keep(survey.id(), read);
      audit.record(Reader.SYSTEM, "survey.answered", "survey", survey.slug(), "anonymously");
    } else {
      answers.keepNamed(survey.id(), caller.reader().accountId(), read);
      audit.record(caller.reader(), "survey.answered", "survey", survey.slug(), "");
    }
  }

  /**
   * What came of a survey that has closed: while it is open, what changes between two looks would
   * tell what one person answered.
   *
   * @throws ConflictException while it is open
   */
  public List<SurveyResult> results(String slug) {
    Survey survey = open(slug);
    if (survey.state() != SurveyState.CLOSED) {
      throw new ConflictException("Results are shown once the survey has closed.");
    }
    return new ResultsOf(answers, survey, earlier(survey)).all();
  }

  private Survey earlier(Survey survey) {
    return survey.previous() == null
        ? null
        : surveys
            .find(caller.reader(), survey.previous())
            .filter(before -> before.state() == SurveyState.CLOSED)
            .orElse(null);
  }
}
