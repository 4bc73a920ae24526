package org.csoalliance.event.registration;

import java.util.List;
import java.util.UUID;
import org.csoalliance.event.AttendanceMode;

/**
 * What somebody chose, checked against the event.
 *
 * @param codeId of the invitation that was used; null: none
 * @param together of the group that has seats all at once; null: for oneself
 */
record Choice(
    UUID submissionKey,
    Long category,
    AttendanceMode mode,
    List<Long> sessions,
    boolean guest,
    boolean consent,
    Long codeId,
    UUID together) {

  /** The same for one of a group: the key of the form belongs to its first. */
  Choice of(UUID key, UUID group) {
    return new Choice(key, category, mode, sessions, guest, consent, codeId, group);
  }

  /** The same under an invitation. */
  Choice invited(Long code, Long bound) {
    return new Choice(
        submissionKey,
        bound == null ? category : bound,
        mode,
        sessions,
        guest,
        consent,
        code,
        together);
  }
}
