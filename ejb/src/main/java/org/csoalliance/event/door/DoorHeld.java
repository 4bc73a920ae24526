package org.csoalliance.event.door;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.csoalliance.platform.data.AccountErased;
import org.csoalliance.platform.data.DataAsked;

/** What the door holds on a person, and what becomes of it when the person goes. */
@Dependent
public class DoorHeld {
  private DoorHeldRepository data;
  private CertificateRepository certificates;

  /** For CDI. */
  protected DoorHeld() {}

  /** Reads and erases through the given repositories. */
  @Inject
  public DoorHeld(DoorHeldRepository data, CertificateRepository certificates) {
    this.data = data;
    this.certificates = certificates;
  }

  /** Adds scans of the person, scans by the person, and certificates. */
  public void asked(@Observes DataAsked asked) {
    asked.add("event-check-ins", data.scans(asked.accountId()));
    asked.add("event-certificates", data.certificates(asked.accountId()));
  }

  /** Certificates on paper stay provable and name nobody; scans name nobody who made them. */
  public void erased(@Observes AccountErased erased) {
    certificates.erase(erased.accountId(), AccountErased.NAME);
    data.erase(erased.accountId());
  }
}
