package org.csoalliance.platform.audit;

import java.time.Instant;

/**
 * Who did what, when, and in which role.
 *
 * @param number 1, 2, 3 … without a gap
 * @param at UTC, to the microsecond
 * @param actorId the account, null for a visitor and for the system itself
 * @param actorName the name at that time
 * @param actorRole the gravest role held at that time, or VISITOR
 * @param action a verb in the past, such as {@code incident.confirmed}
 * @param objectType such as {@code incident}
 * @param objectRef how people name the object
 * @param detail what changed; may be empty
 */
public record AuditEntry(
    long number,
    Instant at,
    Long actorId,
    String actorName,
    String actorRole,
    String action,
    String objectType,
    String objectRef,
    String detail) {

  AuditEntry renumbered(long other) {
    return new AuditEntry(
        other, at, actorId, actorName, actorRole, action, objectType, objectRef, detail);
  }
}
