package org.csoalliance.event;

import java.util.Map;

/**
 * An event was copied, with its sessions and without people; observed in the same transaction. A
 * room of an event observes it and copies what is its own: categories, questions, mails.
 *
 * @param fromId of the event that was copied
 * @param toId of the new draft
 * @param sessions the number of the new session by that of the old
 */
public record EventCopied(long fromId, long toId, Map<Long, Long> sessions) {
  /** Copies the map. */
  public EventCopied {
    sessions = Map.copyOf(sessions);
  }
}
