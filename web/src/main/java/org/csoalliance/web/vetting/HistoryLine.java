package org.csoalliance.web.vetting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.csoalliance.membership.vetting.Check;
import org.csoalliance.membership.vetting.VettingCase;
import org.csoalliance.membership.vetting.VettingStep;

/**
 * Something that was done with an application, as its history shows it.
 *
 * @param grave whether it changed how the application stands
 * @param reason may be empty
 */
public record HistoryLine(String what, boolean grave, String reason, String byName, Instant at) {

  /** Steps and checks in one list, the newest first; it ends with the application itself. */
  static List<HistoryLine> of(VettingCase application) {
    List<HistoryLine> lines = new ArrayList<>();
    for (VettingStep step : application.steps()) {
      String outcome =
          step.outcome() == null ? "" : ": " + step.outcome().words().toLowerCase(Locale.ROOT);
      lines.add(
          new HistoryLine(
              step.kind().words() + outcome, true, step.reason(), step.byName(), step.at()));
    }
    for (Check check : application.checkLog()) {
      String called =
          check.number() == null ? "" : "Called " + check.number() + ", from: " + check.source();
      lines.add(
          new HistoryLine(
              check.item().words() + ": " + check.outcome().words().toLowerCase(Locale.ROOT),
              false,
              check.note().isEmpty() || called.isEmpty()
                  ? check.note() + called
                  : check.note() + ". " + called,
              check.byName(),
              check.at()));
    }
    if (application.dates().submittedAt() != null) {
      lines.add(
          new HistoryLine(
              application.words().reply() == null ? "Application came in" : "Came in again",
              true,
              "",
              application.person().name(),
              application.dates().submittedAt()));
    }
    lines.sort(Comparator.comparing(HistoryLine::at).reversed());
    return lines;
  }
}
