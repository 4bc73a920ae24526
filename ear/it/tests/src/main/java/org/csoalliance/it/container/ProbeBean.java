package org.csoalliance.it.container;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.csoalliance.platform.security.CallerContext;

/** One method a role, so that a test sees which roles reach an EJB. */
@Stateless
@DeclareRoles({"MEMBER", "PARTNER", "EDITOR", "ADMINISTRATOR", "AUDITOR"})
public class ProbeBean {
  @Inject private CallerContext caller;

  /** Who the platform thinks is calling. */
  @PermitAll
  public String anyone() {
    return caller.reader().name();
  }

  /** For members. */
  @RolesAllowed("MEMBER")
  public String member() {
    return caller.reader().name();
  }

  /** For editors. */
  @RolesAllowed("EDITOR")
  public String editor() {
    return caller.reader().name();
  }

  /** For administrators. */
  @RolesAllowed("ADMINISTRATOR")
  public String administrator() {
    return caller.reader().name();
  }

  /** For auditors. */
  @RolesAllowed("AUDITOR")
  public String auditor() {
    return caller.reader().name();
  }
}
