package org.csoalliance.incident.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;
import org.csoalliance.platform.data.RetentionAsked;
import org.csoalliance.platform.data.RetentionRule;

/** What the alerts hold on a person, and for how long. */
@Dependent
public class AlertHeld {
  private AlertLogRepository log;

  /** For CDI. */
  protected AlertHeld() {}

  /** Reads and removes through the given repository. */
  @Inject
  public AlertHeld(AlertLogRepository log) {
    this.log = log;
  }

  /** Adds the hours of mails and what became of each alert. */
  public void asked(@Observes DataAsked asked) {
    asked.add("alert-hours", log.heldHours(asked.accountId()));
    asked.add("alerts", log.heldAlerts(asked.accountId()));
  }

  /** Takes both away. */
  public void erased(@Observes AccountErased erased) {
    log.erase(erased.accountId());
  }

  /** The rules of alerts. */
  public void rules(@Observes RetentionAsked asked) {
    asked.add(
        new RetentionRule(
            "alerts",
            "Which alert went to whom, when, and whether it was acknowledged",
            "24 months",
            "A correction goes to those who got the alert, and two yearly tests can be compared.",
            RetentionRule.JOB,
            now -> log.forget(now.minus(Duration.ofDays(730)))));
    asked.add(
        new RetentionRule(
            "stopped-watches",
            "Watches that a person has stopped",
            "30 days",
            "So that the person can take it back.",
            RetentionRule.JOB,
            now -> log.forgetStopped(now.minus(Duration.ofDays(30)))));
  }
}
