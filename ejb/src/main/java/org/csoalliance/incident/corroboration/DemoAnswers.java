package org.csoalliance.incident.corroboration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import org.csoalliance.membership.DemoPeople;
import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** What other companies say to incidents of a demonstration. They tell nobody by mail. */
@Dependent
public class DemoAnswers {
  private CorroborationRepository answers;
  private DemoPeople people;

  /** For CDI. */
  protected DemoAnswers() {}

  /** Writes through the given repository. */
  @Inject
  public DemoAnswers(CorroborationRepository answers, DemoPeople people) {
    this.answers = answers;
    this.people = people;
  }

  /** Makes them, after the incidents were made. */
  public void create(
      @Observes @Priority(Interceptor.Priority.APPLICATION + 800) DemonstrationStarted started) {
    Instant now = started.at();
    answer(
        "Engine spares taken, crew not harmed",
        Stance.SAW,
        1.5,
        "Our bridge saw the boat leave to the south without lights at 19:50.",
        now.minus(Duration.ofHours(3)));
    answer(
        "Skiff with ladder closed to 0.4 NM",
        Stance.SAW,
        4.0,
        "We saw the same skiff turn away from the group an hour later.",
        now.minus(Duration.ofDays(3)));
    answer(
        "Two men seen on the poop, nothing missing",
        Stance.DIFFERS,
        0.5,
        "It was our agent's launch: both men were cleared with port control.",
        now.minus(Duration.ofDays(5)));
    answer(
        "Skiff with ladder closed to 0.4 NM",
        Stance.UPDATE,
        null,
        "The same white skiff lay at the fuel pier the week before.",
        now.minus(Duration.ofDays(2)));
  }

  private void answer(String title, Stance stance, Double distance, String words, Instant at) {
    Reader cruise = people.person("cruise");
    answers
        .madeUp(title)
        .ifPresent(
            incident ->
                answers.add(
                    incident,
                    new PeerAnswer(stance, null, distance, null, words, stance == Stance.SAW),
                    null,
                    cruise,
                    at));
  }
}
