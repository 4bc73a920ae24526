package org.csoalliance.incident.statistics;

import org.csoalliance.platform.security.Reader;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * A count before it is guarded.
 *
 * @param n all of it
 * @param others the reports of members in it that are not of the reader's own company
 */
record Tally(long n, long others) {
  static final Tally NONE = new Tally(0, 0);

  Tally plus(Tally more) {
    return new Tally(n + more.n, others + more.others);
  }

  /** As the reader may know it. */
  SmallCount seenBy(Reader reader) {
    return SmallCount.ofStatistic(reader, n, others);
  }
}
