package org.csoalliance.incident;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.incident.form.FormCatalog;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What the incidents hold on a person, and for how long. */
@Dependent
public class IncidentHeld {
  private static final Duration DRAFTS = Duration.ofDays(30);
  private static final Duration PERSONS = Duration.ofDays(730);

  private IncidentHeldRepository data;
  private IncidentVersionRepository versions;
  private ReportDraftRepository drafts;
  private SealedAnswersRepository sealed;

  /** For CDI. */
  protected IncidentHeld() {}

  /** Reads and erases through the given repositories. */
  @Inject
  public IncidentHeld(
      IncidentHeldRepository data,
      IncidentVersionRepository versions,
      ReportDraftRepository drafts,
      SealedAnswersRepository sealed) {
    this.data = data;
    this.versions = versions;
    this.drafts = drafts;
    this.sealed = sealed;
  }

  /** Adds reports, judgements and watches. */
  public void asked(@Observes DataAsked asked) {
    asked.add("incidents-reported", data.reports(asked.accountId()));
    asked.add("incident-versions", versions.held(asked.accountId()));
    asked.add("report-drafts", drafts.held(asked.accountId()));
    asked.add("incidents-judged", data.judgements(asked.accountId()));
    asked.add("incident-reviews", data.reviews(asked.accountId()));
    asked.add("incident-labels", data.labels(asked.accountId()));
    asked.add("alert-watches", data.watches(asked.accountId()));
  }

  /** Leaves the reports without the person. */
  public void erased(@Observes AccountErased erased) {
    sealed.forgetContact(erased.accountId());
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
    asked.add(
        new RetentionRule(
            "report-drafts",
            "Long reports that were begun and not sent",
            "30 days after the last answer",
            "So that a report can be finished after a lost connection or a watch.",
            RetentionRule.JOB,
            now -> data.forgetDrafts(now.minus(DRAFTS))));
    asked.add(
        new RetentionRule(
            "incident-persons",
            "What reports tell of stowaways and other persons",
            "24 months after the report is closed, or last added to",
            "Claims and questions of authorities come late; afterwards nobody needs the names.",
            RetentionRule.JOB,
            now ->
                FormCatalog.shipped().forms().stream()
                    .mapToInt(form -> sealed.forgetPersons(form, now.minus(PERSONS)))
                    .sum()));
  }
}
