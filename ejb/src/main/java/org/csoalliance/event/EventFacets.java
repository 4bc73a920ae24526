package org.csoalliance.event;

import java.util.List;
import java.util.SortedMap;

/**
 * What a list of events can be narrowed by, of the events that the reader may see.
 *
 * @param years how many are over by year, the newest year first
 * @param series those of events that come
 * @param cities those of events that come
 */
public record EventFacets(
    SortedMap<Integer, Integer> years, List<String> series, List<String> cities) {
  /** Copies the lists. */
  public EventFacets {
    series = List.copyOf(series);
    cities = List.copyOf(cities);
  }
}
