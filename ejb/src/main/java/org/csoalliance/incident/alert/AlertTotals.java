package org.csoalliance.incident.alert;

import java.time.Instant;

/**
 * What became of one alert for all its recipients.
 *
 * @param reference of the incident or the report; {@code TEST} and the number of a test
 * @param queued waiting for their hour or for the mail server
 * @param stopped not mailed, since the people have stopped the mails
 */
public record AlertTotals(
    AlertKind what,
    String reference,
    String address,
    Instant at,
    long queued,
    long sent,
    long failed,
    long acknowledged,
    long stopped) {

  /** All recipients. */
  public long all() {
    return queued + sent + failed + acknowledged + stopped;
  }

  /** How many of a hundred acknowledged, rounded down; 0 for no recipient. */
  public long percent() {
    return all() == 0 ? 0 : 100 * acknowledged / all();
  }
}
