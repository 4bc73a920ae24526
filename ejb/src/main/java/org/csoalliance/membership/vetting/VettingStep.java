package org.csoalliance.membership.vetting;

import java.time.Instant;

/**
 * Something that was done with an application.
 *
 * @param outcome of a decision, null otherwise
 * @param reason what the applicant was told, or what was asked; may be empty
 * @param byId the officer, null for the applicant
 */
public record VettingStep(
    Kind kind, Outcome outcome, String reason, Long byId, String byName, Instant at) {

  /** What was done. */
  public enum Kind {
    FIRST_CHECK("Checks complete"),
    ASKED_MORE("More was asked for"),
    DECIDED("Decided"),
    APPEAL_DECIDED("Appeal decided"),
    LINK_SENT("New activation link sent"),
    ACTIVATED("Account activated");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }

  /** How it was decided. */
  public enum Outcome {
    APPROVED("Approved"),
    REFUSED("Refused");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** As people read it. */
    public String words() {
      return words;
    }
  }
}
