package org.csoalliance.contact;

import java.time.Instant;
import java.util.List;

/**
 * A message to the office and what followed.
 *
 * @param id of the row; no address bears it
 * @param reference such as {@code MSG-2026-00012}
 * @param messages the oldest first; empty in lists
 */
public record ContactThread(
    long id,
    String reference,
    ContactTopic topic,
    ContactState state,
    String name,
    String email,
    String subject,
    Instant createdAt,
    Instant updatedAt,
    List<ContactMessage> messages) {

  /** Whether the person can still write. */
  public boolean open() {
    return state != ContactState.CLOSED;
  }
}
