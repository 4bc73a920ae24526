package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;
import org.csoalliance.platform.mail.BulkMail;

/** What bulletins hold on the editors who wrote and approved them, and for how long. */
@Dependent
public class PublishingHeld {
  private static final Duration YEAR = Duration.ofDays(365);

  private BulletinRepository bulletins;
  private SubscriberRepository subscribers;
  private BulkMail bulk;

  /** For CDI. */
  protected PublishingHeld() {}

  /** Reads and erases through the given repositories. */
  @Inject
  public PublishingHeld(
      BulletinRepository bulletins, SubscriberRepository subscribers, BulkMail bulk) {
    this.bulletins = bulletins;
    this.subscribers = subscribers;
    this.bulk = bulk;
  }

  /** Adds the versions that the person wrote or approved. */
  public void asked(@Observes DataAsked asked) {
    asked.add("bulletins-written", bulletins.writtenBy(asked.accountId()));
    asked.add("bulletins-by-mail", subscribers.held(asked.accountId()));
  }

  /** Leaves the bulletins without the person. */
  public void erased(@Observes AccountErased erased) {
    bulletins.forget(erased.accountId(), AccountErased.NAME);
    subscribers.erase(erased.accountId());
  }

  /** Bulletins are the memory of the alliance. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "bulletins",
            "Bulletins and news with all their versions",
            "As long as the platform runs",
            "What was published and corrected stays to be read. Of an erased editor it says Former"
                + " member.",
            "Nothing",
            null));
    asked.add(
        new RetentionRule(
            "bulletin-addresses",
            "Addresses of the public that asked for bulletins and did not confirm, or stopped",
            "30 days; that an address was asked, as a hash, 12 months",
            "So that an address that somebody else gave hears from us once.",
            RetentionRule.JOB,
            now -> subscribers.forget(now.minus(EditionService.UNANSWERED), now.minus(YEAR))));
    asked.add(
        new RetentionRule(
            "bulletin-mail-texts",
            "The texts of bulletins as they were mailed",
            "As long as the mails, 12 months",
            "They say nothing of a person.",
            RetentionRule.JOB,
            now -> bulk.forget(now.minus(YEAR))));
  }
}
