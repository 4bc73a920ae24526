package org.csoalliance.event.after;

import java.time.Instant;
import java.util.List;

/**
 * What came of an event, for those who were there.
 *
 * @param text empty where nothing is written yet
 * @param publishedAt null: nobody else reads it yet
 * @param by who wrote it last; empty where nothing is written
 * @param named names of people or companies that stand in it, though the event was held under the
 *     Chatham House Rule; may be empty
 */
public record Outcome(String text, Instant publishedAt, String by, List<String> named) {
  /** Copies the names. */
  public Outcome {
    named = List.copyOf(named);
  }
}
