package org.csoalliance.incident.alert;

import java.time.Instant;

/**
 * A watch that a person has set.
 *
 * @param confirmedLately how many incidents that this person may read happened in these waters in
 *     the last 30 days and stand confirmed
 * @param since when it was set, UTC
 */
public record Watch(long id, WatchOrder order, long confirmedLately, Instant since) {}
