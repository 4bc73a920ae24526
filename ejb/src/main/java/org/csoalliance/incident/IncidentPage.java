package org.csoalliance.incident;

import java.util.List;
import org.csoalliance.platform.sharing.SmallCount;

/**
 * One page of a list.
 *
 * @param items in the order asked for
 * @param next the cursor of the page after, null at the end
 * @param previous the cursor of the page before, null at the start
 * @param total how many the filter selects, as this reader may know it; beyond {@link
 *     #MOST_COUNTED} it says no more than that; null when it was not asked for
 */
public record IncidentPage(
    List<IncidentSummary> items, String next, String previous, SmallCount total) {
  /** A list counts up to here: to count a million rows takes longer than to show 25 of them. */
  public static final long MOST_COUNTED = 10_000;
}
