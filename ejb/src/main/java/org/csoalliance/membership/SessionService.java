package org.csoalliance.membership;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.csoalliance.platform.audit.AuditLog;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.Roles;

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
  @Inject private AuditLog audit;
  @Inject private CallerContext caller;

  /** Ends every session of the caller, this one too: each is over at its next request. */
  public void signOutEverywhere() {
    accounts
        .find(caller.reader().accountId())
        .orElseThrow(() -> new NotFoundException("There is no such account"))
        .endSessions();
    audit.record(
        caller.reader(), "account.signed_out_everywhere", "account", caller.reader().name(), "");
  }
}
