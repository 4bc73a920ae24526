package org.csoalliance.membership.join;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** How long applications are kept, to the page that says so and to the job that does it. */
@Dependent
public class ApplicationRule {
  private ApplicationRetention retention;

  /** For CDI. */
  protected ApplicationRule() {}

  /** The rule that the given service carries out. */
  @Inject
  public ApplicationRule(ApplicationRetention retention) {
    this.retention = retention;
  }

  /** Adds the rule. */
  public void rule(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "applications",
            "Applications: proofs, drafts that were never sent, links in their mails",
            "Proofs 30 days after the decision, drafts 30 days, links 14 days after their end",
            "Proofs for an appeal; the fact of the check stays. Drafts so that a person can come"
                + " back to them.",
            RetentionRule.JOB,
            now -> retention.run().total()));
  }
}
