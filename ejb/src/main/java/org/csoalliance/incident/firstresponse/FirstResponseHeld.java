package org.csoalliance.incident.firstresponse;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What the reports hold on the editors who wrote them, and for how long. */
@Dependent
public class FirstResponseHeld {
  private FirstResponseRepository reports;

  /** For CDI. */
  protected FirstResponseHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public FirstResponseHeld(FirstResponseRepository reports) {
    this.reports = reports;
  }

  /** Adds the versions and drafts that the person wrote. */
  public void asked(@Observes DataAsked asked) {
    asked.add("first-responses-written", reports.writtenBy(asked.accountId()));
  }

  /** Leaves the reports without the person. */
  public void erased(@Observes AccountErased erased) {
    reports.forget(erased.accountId(), AccountErased.NAME);
  }

  /** Reports are the memory of the alliance. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "first-responses",
            "First response reports with all their versions",
            "As long as the platform runs",
            "What was published and corrected stays to be read. Of an erased editor it says Former"
                + " member.",
            "Nothing",
            null));
  }
}
