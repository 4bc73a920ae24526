package org.csoalliance.incident.alert;

import java.time.Instant;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * A watch that a person has set.
 *
 * @param confirmedLately how many incidents that this person may read happened in these waters in
 *     the last 30 days and stand confirmed; what is told twice counts once
 * @param since when it was set, UTC
 */
public record Watch(long id, WatchOrder order, SmallCount confirmedLately, Instant since) {}
