package org.csoalliance.event.registration;

import java.util.List;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;

/**
 * Somebody wants to come.
 *
 * @param submissionKey makes a form sent twice one registration; null: none
 * @param name of another person whom the caller registers; null or blank: the caller
 * @param mail of that person
 * @param company of that person, for a badge; may be empty
 * @param category the quota of a category; null where the event has none
 * @param mode how; null: as the event is held
 * @param sessions the quotas of sessions that are chosen, never null
 */
public record Register(
    UUID submissionKey,
    String name,
    String mail,
    String company,
    Long category,
    AttendanceMode mode,
    List<Long> sessions) {
  /** Copies the sessions. */
  public Register {
    sessions = List.copyOf(sessions);
  }

  /** The caller, without any choice. */
  public static Register self(UUID submissionKey) {
    return new Register(submissionKey, null, null, null, null, null, List.of());
  }
}
