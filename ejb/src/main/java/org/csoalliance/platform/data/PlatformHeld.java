package org.csoalliance.platform.data;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** What the ground floor holds on a person: mails, audit entries, what they opened. */
@Dependent
public class PlatformHeld {
  private static final Duration YEAR = Duration.ofDays(365);

  private DataRepository data;
  private Clock clock;

  /** For CDI. */
  protected PlatformHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public PlatformHeld(DataRepository data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  /** Adds mails, audit entries and records opened. */
  public void asked(@Observes DataAsked asked) {
    asked.add("mails", data.mails(asked.accountId()));
    asked.add("audit-entries", data.audit(asked.accountId()));
    asked.add("records-opened", data.seenBy(asked.accountId()));
  }

  /** Takes names and mails away. */
  public void erased(@Observes AccountErased erased) {
    data.erase(erased, clock.instant());
  }

  /** The rules of the ground floor. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "seen",
            "Who opened an incident",
            "12 months",
            "So that an auditor can tell who saw a record that leaked.",
            RetentionRule.JOB,
            now -> data.forgetSeen(now.minus(YEAR))));
    asked.add(
        new RetentionRule(
            "mails",
            "Mails that were sent or given up, with their text",
            "12 months",
            "A correction goes to those who got the alert, and a lost mail is looked for.",
            RetentionRule.JOB,
            now -> data.forgetMails(now.minus(YEAR))));
    asked.add(
        new RetentionRule(
            "retention-runs",
            "What this job removed: numbers without names",
            "3 years",
            "To show that the rules are kept.",
            RetentionRule.JOB,
            now -> data.forgetRuns(now.minus(YEAR.multipliedBy(3)))));
    asked.add(
        new RetentionRule(
            "audit",
            "The audit log: who changed what",
            "As long as the platform runs",
            "Each entry holds the hash of the one before, so none can be taken out unseen. An erased"
                + " person is shown under a pseudonym.",
            "Nothing",
            null));
  }
}
