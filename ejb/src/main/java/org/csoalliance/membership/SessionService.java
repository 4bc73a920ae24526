package org.csoalliance.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Roles;
import org.csoalliance.platform.settings.Settings;

/** A person's own open sessions. */
@Stateless
@RolesAllowed({
  Roles.APPLICANT,
  Roles.MEMBER,
  Roles.PARTNER,
  Roles.EDITOR,
  Roles.VETTING_OFFICER,
  Roles.ORGANISER,
  Roles.AUTHORITY,
  Roles.PMSC,
  Roles.AUDITOR,
  Roles.ADMINISTRATOR
})
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
        caller.reader().accountId(),
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
    if (!sessions.end(session, caller.reader().accountId(), clock.instant())) {
      throw new NotFoundException("There is no such session");
    }
    audit.record(caller.reader(), "account.session_ended", "account", caller.reader().name(), "");
  }

  /** Ends every session of the caller, this one too: each is over at its next request. */
  public void signOutEverywhere() {
    sessions.endAll(caller.reader().accountId(), null, clock.instant());
    accounts
        .find(caller.reader().accountId())
        .orElseThrow(() -> new NotFoundException("There is no such account"))
        .endSessions();
    audit.record(
        caller.reader(), "account.signed_out_everywhere", "account", caller.reader().name(), "");
  }
}
