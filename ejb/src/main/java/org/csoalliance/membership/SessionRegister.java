package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.csoalliance.platform.security.CallerContext;

/**
 * Keeps the list of sessions for the authentication: a session whose row was ended counts no more,
 * on whichever node its cookie comes in. Rows are forgotten 90 days after their sign-in.
 */
@Stateless
@PermitAll
public class SessionRegister {
  /** A request is noted once in this time. */
  static final Duration COARSE = Duration.ofMinutes(5);

  private static final Duration KEPT = Duration.ofDays(90);
  private static final int MOST_SOURCE = 64;
  private static final int MOST_DEVICE = 100;

  @Inject private AccountSessionRepository sessions;
  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /**
   * Notes a sign-in.
   *
   * @param device the browser in words, may be empty
   * @param strong whether a second factor was given
   * @return the id that the session keeps
   */
  public UUID begin(long accountId, String source, String device, boolean strong) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    sessions.forget(accountId, now.minus(KEPT));
    sessions.add(id, accountId, now, cut(source, MOST_SOURCE), cut(device, MOST_DEVICE), strong);
    return id;
  }

  /** Notes a request of the session, unless one of the last five minutes is noted. */
  public void seen(UUID session) {
    Instant now = clock.instant();
    sessions.seen(session, now, now.minus(COARSE));
  }

  /** Notes that a second factor was proved in the caller's session. */
  public void strengthen() {
    if (caller.session() != null) {
      sessions.strengthen(caller.session());
    }
  }

  /** Ends the caller's own session, who signs out. */
  public void endOwn() {
    if (caller.session() != null) {
      sessions.end(caller.session(), caller.reader().accountId(), clock.instant());
    }
  }

  private static String cut(String text, int most) {
    String plain = text == null ? "" : text;
    return plain.length() > most ? plain.substring(0, most) : plain;
  }
}
