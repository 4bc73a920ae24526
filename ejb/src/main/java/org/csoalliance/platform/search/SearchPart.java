package org.csoalliance.platform.search;

import java.util.List;

/**
 * What a feature adds to the search: it asks its own service, as the caller, so that the sharing
 * policy holds here as everywhere. A bean of the feature implements it.
 */
public interface SearchPart {
  /** The place of its group on the page; the smallest first. */
  int place();

  /** Its word in an address, such as {@code incidents}. */
  String kind();

  /** The heading of its group. */
  String heading();

  /**
   * What fits the words best, at most so many and one more, so that the caller can tell whether
   * there is more.
   */
  List<SearchHit> find(String words, int most);

  /** Where all that fits is listed, relative to the context; null where there is no such page. */
  String all(String words);

  /** Titles that the caller may see anyway, whose words a wrong letter is mended by. */
  default List<String> titles() {
    return List.of();
  }
}
