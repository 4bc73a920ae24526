package org.csoalliance.contact;

import java.time.Duration;

/**
 * What stops a flood. Each limit is of one source, one text or one address, never of all: so nobody
 * can use it up for others, but for those who write the same words or share a network, and these
 * are told of the telephone. Who is signed in is counted by the account and not by the network.
 *
 * @param source messages from one network within the span
 * @param account messages of one account within the span
 * @param alike messages of the same words within a day
 * @param address messages for one address within a day, so that nobody is flooded with our mails
 */
record ContactLimits(int source, int account, int alike, int address) {
  static final Duration SPAN = Duration.ofHours(1);
  static final Duration DAY = Duration.ofDays(1);
  static final ContactLimits USUAL = new ContactLimits(10, 20, 3, 8);

  /** Messages that a person may add to a thread before an officer answers. */
  static final int MOST_IN_A_ROW = 10;
}
