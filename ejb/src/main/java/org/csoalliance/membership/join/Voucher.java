package org.csoalliance.membership.join;

import java.time.Instant;

/**
 * A member whom the applicant named to vouch.
 *
 * @param email as typed
 * @param accountId the member's account, null when the address is no member's or was not asked yet
 * @param answer null while there is none
 * @param answeredAt null while there is no answer
 */
public record Voucher(String email, Long accountId, Answer answer, Instant answeredAt) {
  /** What a member says of an applicant. */
  public enum Answer {
    VOUCHED("Vouches"),
    UNKNOWN("Does not know the person");

    private final String words;

    Answer(String words) {
      this.words = words;
    }

    /** As officers read it. */
    public String words() {
      return words;
    }
  }
}
