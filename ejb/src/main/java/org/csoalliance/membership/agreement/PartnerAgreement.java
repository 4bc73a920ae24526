package org.csoalliance.membership.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.csoalliance.platform.security.Agreement;

/**
 * What a partner organisation and the alliance agreed.
 *
 * @param ceiling the narrowest label that its people read
 * @param from the first day, UTC
 * @param to the last day, UTC; null: until it is ended
 * @param note what was agreed, in words; may be empty
 * @param people whom it opens the reports to, by name
 * @param endedAt null while it was not ended
 * @param endedBy null while it was not ended
 * @param inForce whether it counts at this moment
 */
public record PartnerAgreement(
    long id,
    String organisation,
    Agreement ceiling,
    LocalDate from,
    LocalDate to,
    String note,
    List<Person> people,
    Instant madeAt,
    String madeBy,
    Instant endedAt,
    String endedBy,
    String endReason,
    boolean inForce) {

  /** Copies the people. */
  public PartnerAgreement {
    people = List.copyOf(people);
  }

  /**
   * Somebody of the organisation.
   *
   * @param email the address of the account
   */
  public record Person(String name, String email) {}
}
