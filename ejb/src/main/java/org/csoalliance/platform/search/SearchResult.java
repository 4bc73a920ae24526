package org.csoalliance.platform.search;

import java.util.List;

/**
 * What was found.
 *
 * @param asked the words as they were typed
 * @param used the words that were searched for: others where a wrong letter was mended
 */
public record SearchResult(String asked, String used, List<SearchGroup> groups) {
  /** Whether other words were searched for than were typed. */
  public boolean mended() {
    return !asked.equals(used);
  }
}
