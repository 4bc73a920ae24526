package org.csoalliance.survey;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** The cyber survey of 2016 with what was published of it, and the same questions asked again. */
@Dependent
public class DemoSurveys {
  private static final List<String> THREAT =
      List.of("Not a serious threat", "A serious threat", "Cannot say");
  private static final List<String> WHOSE =
      List.of("IT’s job", "The security officer’s job", "A job of both", "Cannot say");

  private SurveyRepository surveys;

  /** For CDI. */
  protected DemoSurveys() {}

  /** Writes through the given repository. */
  @Inject
  public DemoSurveys(SurveyRepository surveys) {
    this.surveys = surveys;
  }

  /** Makes both rounds. */
  public void create(@Observes DemonstrationStarted started) {
    Instant then = Instant.parse("2016-09-01T00:00:00Z");
    long first =
        surveys.add(
            new NewSurvey(
                "Cyber awareness 2016",
                "Asked of security officers of shipowners. Two figures were published; nothing else"
                    + " is known of this round.",
                true,
                null,
                then,
                Instant.parse("2016-12-01T00:00:00Z")),
            null,
            Reader.SYSTEM,
            started.at());
    long threat =
        surveys.ask(
            first, question("Is cyber crime a threat to your ships?", THREAT), "cyber-threat");
    long whose =
        surveys.ask(first, question("Whose job is cyber security on board?", WHOSE), "cyber-job");
    surveys.figure(threat, 0, 67);
    surveys.figure(whose, 0, 89);
    surveys.published(
        first, "CSO Alliance news of December 2016, in rounded figures", "more than 250");
    long now =
        surveys.add(
            new NewSurvey(
                "Cyber awareness 2026",
                "Ten years after the first round: two questions of then, and three of today. Two"
                    + " minutes. Nobody can tell who answered what, nor can the database.",
                true,
                null,
                started.at().minus(Duration.ofDays(7)),
                started.at().plus(Duration.ofDays(21))),
            first,
            Reader.SYSTEM,
            started.at());
    surveys.ask(now, question("Is cyber crime a threat to your ships?", THREAT), "cyber-threat");
    surveys.ask(now, question("Whose job is cyber security on board?", WHOSE), "cyber-job");
    surveys.ask(
        now,
        new NewQuestion(
            QuestionKind.MULTIPLE,
            "What did your ships meet in the last 12 months?",
            List.of(
                "False mails",
                "A locked or lost system",
                "Jammed or false positions",
                "None of it"),
            List.of(),
            false),
        "cyber-met");
    surveys.ask(
        now,
        new NewQuestion(
            QuestionKind.MATRIX,
            "How often do you practise it?",
            List.of("Never", "Once a year", "More often"),
            List.of("On board", "In the office"),
            true),
        "cyber-practice");
    surveys.ask(
        now,
        new NewQuestion(
            QuestionKind.TEXT, "What would help you most?", List.of(), List.of(), false),
        "cyber-help");
    surveys.publish(now);
  }

  private static NewQuestion question(String text, List<String> options) {
    return new NewQuestion(QuestionKind.SINGLE, text, options, List.of(), true);
  }
}
