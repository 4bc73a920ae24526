package org.csoalliance.membership.agreement;

import java.time.LocalDate;
import java.util.List;
import org.csoalliance.platform.security.Agreement;

/**
 * An agreement to be kept.
 *
 * @param organisation 2 to 200 characters
 * @param ceiling GREEN or AMBER
 * @param from the first day, UTC
 * @param to the last day, null: until it is ended
 * @param note at most 500 characters
 * @param emails of accounts that hold the role of a partner, 1 to 50
 */
public record NewAgreement(
    String organisation,
    Agreement ceiling,
    LocalDate from,
    LocalDate to,
    String note,
    List<String> emails) {

  /** Copies the addresses. */
  public NewAgreement {
    emails = List.copyOf(emails);
  }
}
