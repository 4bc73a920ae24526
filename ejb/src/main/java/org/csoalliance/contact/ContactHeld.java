package org.csoalliance.contact;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What messages to the office hold on a person, and for how long. */
@Dependent
public class ContactHeld {
  private static final Duration KEPT = Duration.ofDays(730);

  private ContactRepository threads;

  /** For CDI. */
  protected ContactHeld() {}

  /** Reads and removes through the given repository. */
  @Inject
  public ContactHeld(ContactRepository threads) {
    this.threads = threads;
  }

  /** Adds what the person wrote, and what was answered. */
  public void asked(@Observes DataAsked asked) {
    asked.add("messages-to-the-office", threads.held(asked.accountId()));
  }

  /** Deletes what the person wrote. */
  public void erased(@Observes AccountErased erased) {
    threads.erase(erased);
  }

  /** How long messages stay. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "contact",
            "Messages to the office and their answers",
            "24 months after the last message",
            "So that a question can be come back to.",
            RetentionRule.JOB,
            now -> threads.forget(now.minus(KEPT))));
    asked.add(
        new RetentionRule(
            "contact-networks",
            "The network that a message to the office came from",
            "1 day",
            "To stop a flood, and for nothing else.",
            RetentionRule.JOB,
            now -> threads.forgetSources(now.minus(ContactLimits.DAY))));
  }
}
