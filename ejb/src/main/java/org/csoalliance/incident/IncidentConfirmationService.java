package org.csoalliance.incident;

import static org.csoalliance.platform.security.Roles.EDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;

/** Editors judge reports: confirm, dispute, withdraw, or set back to reported. */
@Stateless
@RolesAllowed(EDITOR)
public class IncidentConfirmationService {

  /**
   * Changes the status, with a reason that members can read. Who reported does not confirm.
   *
   * @param reference of the incident
   * @param to the new status
   * @param severity ReCAAP category 1 to 4, null: not rated
   * @param reason 5 to 2,000 characters
   * @param seenVersion the version the editor has seen; -1: whatever it is now
   * @throws NotFoundException when there is no such incident
   * @throws InvalidException when the reason or the severity cannot be taken
   * @throws RefusedException when the editor reported it
   * @throws ConflictException when it has changed since, or has that status already
   */
  public void changeStatus(
      String reference, IncidentStatus to, Integer severity, String reason, int seenVersion) {
    throw new UnsupportedOperationException("not built yet");
  }
}
