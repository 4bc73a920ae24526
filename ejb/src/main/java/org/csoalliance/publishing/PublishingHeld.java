package org.csoalliance.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What bulletins hold on the editors who wrote and approved them, and for how long. */
@Dependent
public class PublishingHeld {
  private BulletinRepository bulletins;

  /** For CDI. */
  protected PublishingHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public PublishingHeld(BulletinRepository bulletins) {
    this.bulletins = bulletins;
  }

  /** Adds the versions that the person wrote or approved. */
  public void asked(@Observes DataAsked asked) {
    asked.add("bulletins-written", bulletins.writtenBy(asked.accountId()));
  }

  /** Leaves the bulletins without the person. */
  public void erased(@Observes AccountErased erased) {
    bulletins.forget(erased.accountId(), AccountErased.NAME);
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
  }
}
