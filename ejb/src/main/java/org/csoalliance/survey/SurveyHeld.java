package org.csoalliance.survey;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What surveys hold on a person, and for how long. */
@Dependent
public class SurveyHeld {
  private static final Duration NAMES = Duration.ofDays(730);

  private AnswerRepository answers;

  /** For CDI. */
  protected SurveyHeld() {}

  /** Reads and removes through the given repository. */
  @Inject
  public SurveyHeld(AnswerRepository answers) {
    this.answers = answers;
  }

  /** Adds named answers, and that an anonymous survey was answered: what, nobody can tell. */
  public void asked(@Observes DataAsked asked) {
    asked.add("surveys-answered", answers.held(asked.accountId()));
  }

  /** Removes named answers; anonymous ones cannot be found, and are nobody's. */
  public void erased(@Observes AccountErased erased) {
    answers.erase(erased.accountId());
  }

  /** How long they stay. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "survey-names",
            "Names at the answers to surveys that are not anonymous",
            "24 months after the survey has closed",
            "So that somebody can ask back; the answers stay as figures.",
            RetentionRule.JOB,
            now -> answers.forgetNames(now.minus(NAMES))));
    asked.add(
        new RetentionRule(
            "survey-answers",
            "Answers to anonymous surveys",
            "As long as the platform runs",
            "They are figures, and nothing leads from them to a person.",
            "Nothing",
            null));
  }
}
