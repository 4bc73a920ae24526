package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;
import static org.csoalliance.platform.security.Roles.MEMBER;
import static org.csoalliance.platform.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import org.csoalliance.platform.error.InvalidException;

/** Takes reports from members, partners and editors. */
@Stateless
@RolesAllowed({MEMBER, PARTNER, EDITOR})
public class IncidentReportService {

  /**
   * Keeps a report and puts it into the editors' queue.
   *
   * @return its reference; the same again when the submission key was seen before from this person
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public String report(ReportIncident report) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * The rules of a report, for a page that shows the answers before they are sent.
   *
   * @throws InvalidException with a sentence for each component that cannot be taken
   */
  public void check(ReportIncident report) {
    throw new UnsupportedOperationException("not built yet");
  }

  /**
   * The name behind an IMO ship number, as far as the alliance knows the ship.
   *
   * @return such as "Northern Kestrel, bulk carrier"; null when the number is not known
   */
  public String shipBehind(String imo) {
    throw new UnsupportedOperationException("not built yet");
  }
}
