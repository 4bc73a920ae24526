package org.csoalliance.publishing;

import java.time.Instant;

/**
 * A bulletin on its way to its subscribers, as editors see it.
 *
 * @param number of the version it was sent for
 * @param state WAITING, QUEUING, DONE or STOPPED
 * @param sendAt UTC, when it was told to go out; null: as soon as it was published
 * @param zone whose wall clock was meant; empty without {@code sendAt}
 * @param by who set the time; may be empty
 * @param held why it did not go out; empty where it did
 * @param queued how many mails were written
 * @param sent how many the mail server took
 * @param waiting how many are still to be sent
 * @param dead how many were given up: the mail server did not take them
 */
public record Edition(
    long id,
    int number,
    String state,
    Instant createdAt,
    Instant doneAt,
    Instant sendAt,
    String zone,
    String by,
    String held,
    long queued,
    long sent,
    long waiting,
    long dead) {

  /** Whether it waits for its time and can be cancelled. */
  public boolean planned() {
    return state.equals("WAITING");
  }
}
