package org.csoalliance.membership;

import java.time.Instant;
import org.csoalliance.platform.security.Reader;

/**
 * A session that still counts.
 *
 * @param reader its owner with the roles held at this moment
 * @param lastSeenAt when a request of it was last noted
 */
public record OpenSession(Reader reader, Instant lastSeenAt) {
  /** Whether the request of now should be noted. */
  public boolean stale(Instant now) {
    return lastSeenAt.isBefore(now.minus(SessionRegister.COARSE));
  }
}
