package org.csoalliance.membership.vetting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.csoalliance.membership.Capacity;
import org.csoalliance.membership.join.ApplicationState;

/**
 * What one officer may do with an application now. Four eyes: who checked does not decide, and who
 * refused does not decide the appeal; while there is an officer who did neither, that one does.
 *
 * @param missing what is still to be checked, in sentences
 * @param mayCheck whether items of the checklist may be entered
 * @param mayComplete whether the officer may say that the checks are complete
 * @param mayAsk whether more may be asked of the applicant
 * @param mayApprove whether the officer may approve it
 * @param mayRefuse whether the officer may refuse it
 * @param barred why the officer may not decide though it is to be decided; empty when nothing bars
 */
public record VettingStanding(
    List<String> missing,
    boolean mayCheck,
    boolean mayComplete,
    boolean mayAsk,
    boolean mayApprove,
    boolean mayRefuse,
    String barred) {

  /**
   * By what was done so far.
   *
   * @param checks all checks ever entered, the oldest first
   * @param steps all steps, the oldest first
   * @param third whether there is an officer who neither checked nor refused it
   */
  static VettingStanding of(
      ApplicationState state,
      Capacity capacity,
      long officer,
      List<Check> checks,
      List<VettingStep> steps,
      boolean third) {
    Map<CheckItem, CheckOutcome> done = newest(checks);
    List<String> missing = new ArrayList<>(VettingRules.missing(capacity, done));
    boolean checker = checkers(checks, steps).contains(officer);
    boolean submitted = state == ApplicationState.SUBMITTED;
    boolean early = submitted || state == ApplicationState.MORE_ASKED;
    boolean appealed = state == ApplicationState.APPEALED;
    boolean found = done.containsValue(CheckOutcome.NOT_OK);
    boolean toDecide = appealed || state == ApplicationState.CHECKED;
    String barred = "";
    if (appealed && Objects.equals(refuser(steps), officer)) {
      barred = "You refused this application. Another officer decides the appeal.";
    } else if (appealed && checker && third) {
      barred = "You checked this application. An officer who did not decides the appeal.";
    } else if (checker && !appealed && (toDecide || found && early)) {
      barred = "You checked this application. A second officer decides.";
    }
    boolean free = barred.isEmpty();
    return new VettingStanding(
        List.copyOf(missing),
        early || appealed,
        submitted && missing.isEmpty() && checker,
        submitted || state == ApplicationState.CHECKED,
        toDecide && free && missing.isEmpty(),
        free && (toDecide || early && found),
        barred);
  }

  /** Whether there is anything to decide for this officer. */
  public boolean mayDecide() {
    return mayApprove || mayRefuse;
  }

  /** The outcome that counts for each item. */
  static Map<CheckItem, CheckOutcome> newest(List<Check> checks) {
    Map<CheckItem, CheckOutcome> done = new EnumMap<>(CheckItem.class);
    checks.forEach(check -> done.put(check.item(), check.outcome()));
    return done;
  }

  /** Everybody who ever entered a check or called the checks complete. */
  static Set<Long> checkers(List<Check> checks, List<VettingStep> steps) {
    Set<Long> ids = new HashSet<>();
    checks.forEach(check -> ids.add(check.byId()));
    steps.stream()
        .filter(step -> step.kind() == VettingStep.Kind.FIRST_CHECK)
        .forEach(step -> ids.add(step.byId()));
    return ids;
  }

  /** Who refused it last, null when nobody did. */
  static Long refuser(List<VettingStep> steps) {
    Long id = null;
    for (VettingStep step : steps) {
      if (step.outcome() == VettingStep.Outcome.REFUSED) {
        id = step.byId();
      }
    }
    return id;
  }
}
