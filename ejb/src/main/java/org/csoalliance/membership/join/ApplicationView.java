package org.csoalliance.membership.join;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.csoalliance.membership.Capacity;

/**
 * An application as its applicant sees it.
 *
 * @param reference null before it was sent
 * @param company null before it was given
 * @param mailOfDomain whether the work address is of the company's mail domain
 * @param asked what the officers last asked for, null for nothing
 * @param refusal why it was refused, null when it was not
 * @param mayAppeal whether an appeal is open
 * @param answerBy until when an answer is promised, null before it was sent
 * @param missing what must be there before it can be sent, a sentence each
 * @param done the steps that are done
 */
public record ApplicationView(
    String reference,
    String email,
    String name,
    String telephone,
    Capacity role,
    CompanyAnswers company,
    boolean mailOfDomain,
    List<ApplicationShip> ships,
    List<Proof> proofs,
    List<Voucher> vouchers,
    String codeVersion,
    String privacyVersion,
    ApplicationState state,
    String asked,
    String reply,
    String refusal,
    boolean mayAppeal,
    Instant submittedAt,
    Instant answerBy,
    List<String> missing,
    Set<Step> done) {
  /** Copies the lists. */
  public ApplicationView {
    ships = List.copyOf(ships);
    proofs = List.copyOf(proofs);
    vouchers = List.copyOf(vouchers);
    missing = List.copyOf(missing);
    done = Set.copyOf(done);
  }

  /** The first step that is not done; {@link Step#CHECK} when all are. */
  public Step next() {
    for (Step step : Step.values()) {
      if (!done.contains(step)) {
        return step;
      }
    }
    return Step.CHECK;
  }

  /** Whether a step may be opened: those before it are done, as far as they must be. */
  public boolean reachable(Step step) {
    for (Step before : Step.values()) {
      boolean mayWait = before == Step.VOUCHERS || before == Step.PROOFS;
      if (before.compareTo(step) < 0 && !mayWait && !done.contains(before)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the applicant may still change everything. */
  public boolean draft() {
    return state == ApplicationState.DRAFT;
  }

  /** Whether proofs may be added. */
  public boolean takesProofs() {
    return draft() || state == ApplicationState.MORE_ASKED;
  }
}
