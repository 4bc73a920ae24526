package org.csoalliance.event.desk;

import java.time.Instant;
import java.util.List;

/**
 * The page of one registration.
 *
 * @param history the newest first
 * @param mails that were queued for the person about this event, the newest first
 * @param previous number of the one before it in the filtered list; null: it is the first
 * @param next number of the one behind it; null: it is the last
 */
public record DeskRegistration(
    DeskRow row, List<DeskNumbers.Step> history, List<Mail> mails, Long previous, Long next) {
  /** Copies the lists. */
  public DeskRegistration {
    history = List.copyOf(history);
    mails = List.copyOf(mails);
  }

  /**
   * A mail to the person.
   *
   * @param state QUEUED, SENT or DEAD, which is read as bounced
   */
  public record Mail(long id, String subject, String state, Instant at, String error) {}
}
