package org.csoalliance.event.registration;

import java.time.Instant;

/**
 * An invitation.
 *
 * @param category that it is bound to; null: any
 * @param expiresAt null: never
 */
public record InvitationCode(
    long id,
    String code,
    String note,
    String category,
    int uses,
    int used,
    Instant expiresAt,
    boolean withdrawn,
    boolean expired) {
  /** Whether somebody can still use it. */
  public boolean open() {
    return !withdrawn && !expired && used < uses;
  }
}
