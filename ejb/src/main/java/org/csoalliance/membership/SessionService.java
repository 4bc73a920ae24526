package org.csoalliance.membership;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.settings.Settings;

/**
 * A person's own open sessions. Everybody signed in by a browser may call it, those too whose roles
 * are withheld until they have a second factor.
 */
@Stateless
@PermitAll
public class SessionService {
  @Inject private AccountRepository accounts;
  @Inject private AccountSessionRepository sessions;
  @Inject private AuditLog audit;
  @Inject private Settings settings;
  @Inject private Clock clock;
  @Inject private CallerContext caller;

  /** The caller's open sessions, the last seen first. */
  public List<SessionSummary> list() {
    Instant now = clock.instant();
    return sessions.open(
        caller.ownAccount(),
        caller.session(),
        now.minus(settings.sessionIdle()).minus(SessionRegister.COARSE),
        now.minus(settings.sessionLifetime()));
  }

  /**
   * Ends a session of the caller: it is over at its next request.
   *
   * @throws NotFoundException when the caller has no such open session
   */
  public void end(UUID session) {
    if (!sessions.end(session, caller.ownAccount(), clock.instant())) {
      throw new NotFoundException("There is no such session");
    }
    audit.record(caller.reader(), "account.session_ended", "account", caller.reader().name(), "");
  }

  /** Ends every session of the caller, this one too: each is over at its next request. */
  public void signOutEverywhere() {
    sessions.endAll(caller.ownAccount(), null, clock.instant());
    accounts
        .find(caller.ownAccount())
        .orElseThrow(() -> new NotFoundException("There is no such account"))
        .endSessions();
    audit.record(
        caller.reader(), "account.signed_out_everywhere", "account", caller.reader().name(), "");
  }
}
