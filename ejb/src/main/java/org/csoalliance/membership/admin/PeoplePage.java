package org.csoalliance.membership.admin;

import java.util.List;

/**
 * A page of people by name.
 *
 * @param items at most 50
 * @param total how many fit the filter
 * @param number of the page, from 1
 */
public record PeoplePage(List<PersonRow> items, long total, int number) {
  /** So many are on a page. */
  public static final int SIZE = 50;

  /** Whether there is a page behind this one. */
  public boolean more() {
    return total > (long) number * SIZE;
  }
}
