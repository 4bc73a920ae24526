package org.csoalliance.incident.alert;

import java.time.Instant;

/**
 * A test of the chain of alerts.
 *
 * @param startedAt UTC
 * @param startedBy the name of who started it
 * @param note what the mails said beside; may be empty
 */
public record AlertTest(
    long id, Instant startedAt, String startedBy, String note, AlertTotals totals) {
  /**
   * Somebody who has not answered.
   *
   * @param state QUEUED, SENT, FAILED or STOPPED
   */
  public record Silent(String name, String company, String email, String telephone, String state) {}
}
