package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What the incidents hold on a person, and for how long. */
@Dependent
public class IncidentHeld {
  private IncidentHeldRepository data;

  /** For CDI. */
  protected IncidentHeld() {}

  /** Reads and erases through the given repository. */
  @Inject
  public IncidentHeld(IncidentHeldRepository data) {
    this.data = data;
  }

  /** Adds reports, judgements and watches. */
  public void asked(@Observes DataAsked asked) {
    asked.add("incidents-reported", data.reports(asked.accountId()));
    asked.add("incidents-judged", data.judgements(asked.accountId()));
    asked.add("alert-watches", data.watches(asked.accountId()));
  }

  /** Leaves the reports without the person. */
  public void erased(@Observes AccountErased erased) {
    data.erase(erased.accountId());
  }

  /** Reports are the memory of the alliance. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "incidents",
            "Incident reports and what became of them",
            "As long as the platform runs",
            "Patterns of crime show over decades. Of an erased person they say Former member.",
            "Nothing",
            null));
  }
}
