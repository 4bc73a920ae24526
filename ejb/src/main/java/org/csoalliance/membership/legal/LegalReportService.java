package org.csoalliance.membership.legal;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;
import static org.csoalliance.platform.security.Roles.AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Who accepted which version, for those who have to show it. */
@Stateless
@RolesAllowed({ADMINISTRATOR, AUDITOR})
public class LegalReportService {
  private static final int MOST = 500;

  @Inject private LegalRepository legal;

  /** Made by the container. */
  public LegalReportService() {}

  LegalReportService(LegalRepository legal) {
    this.legal = legal;
  }

  /** How many people stand where, for each document that is asked. */
  public List<AcceptedCount> counts() {
    return Arrays.stream(LegalDocument.values())
        .filter(LegalDocument::asked)
        .map(legal::count)
        .toList();
  }

  /**
   * Active people by name, 500 at most, with the version they accepted last.
   *
   * @param text part of a name; empty: anybody
   */
  public List<Acceptance> people(LegalDocument document, String text) {
    return legal.people(document, text == null ? "" : text, MOST);
  }
}
