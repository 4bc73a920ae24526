package org.csoalliance.incident.corroboration;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;

/** What the answers to reports hold on a person. */
@Dependent
public class CorroborationHeld {
  private CorroborationRepository answers;

  /** For CDI. */
  protected CorroborationHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public CorroborationHeld(CorroborationRepository answers) {
    this.answers = answers;
  }

  /** Adds the answers. */
  public void asked(@Observes DataAsked asked) {
    asked.add("incident-answers", answers.held(asked.accountId()));
  }

  /** Leaves the answers without the person. */
  public void erased(@Observes AccountErased erased) {
    answers.erase(erased.accountId());
  }
}
