package org.csoalliance.event;

import java.util.List;

/**
 * A page of the list.
 *
 * @param next the cursor of the next page; null: this is the last
 */
public record EventPage(List<EventSummary> items, String next) {
  /** Copies the rows. */
  public EventPage {
    items = List.copyOf(items);
  }
}
