package org.csoalliance.event.mailing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.event.EventLintAsked;
import org.csoalliance.event.EventStatus;
import org.csoalliance.event.EventSummary;
import org.csoalliance.event.EventWarning;

/** What an organiser is warned of about mails: one statement. */
@Dependent
public class MailingLint {
  private static final Duration SOON = Duration.ofDays(14);

  private MailingRepository mailings;

  /** For CDI. */
  protected MailingLint() {}

  /** Asks the given repository. */
  @Inject
  public MailingLint(MailingRepository mailings) {
    this.mailings = mailings;
  }

  /** Adds the warnings. */
  public void asked(@Observes EventLintAsked asked) {
    EventSummary event = asked.event().summary();
    boolean soon =
        asked.now().isBefore(event.startsAt())
            && !asked.now().isBefore(event.startsAt().minus(SOON));
    if (!asked.coming() || !soon || event.status() == EventStatus.DRAFT) {
      return;
    }
    if (mailings.reminders(event.id()).stream().noneMatch(one -> one.days() < 0)) {
      asked.add(
          new EventWarning(
              "NO_REMINDER",
              "It begins within two weeks, and nobody is reminded of it.",
              "reminders",
              ""));
    }
  }
}
