package org.csoalliance.platform.audit;

import java.time.Instant;

/**
 * What the page of the audit log selects; empty or null: any.
 *
 * @param actor part of a name, in any case
 * @param action the beginning of an action, such as {@code incident.}
 * @param object the beginning of a reference, or a type of object such as {@code incident}
 * @param from inclusive
 * @param to exclusive
 */
public record AuditFilter(String actor, String action, String object, Instant from, Instant to) {
  /** Everything. */
  public static final AuditFilter ALL = new AuditFilter("", "", "", null, null);
}
