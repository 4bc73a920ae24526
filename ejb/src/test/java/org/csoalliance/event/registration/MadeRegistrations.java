package org.csoalliance.event.registration;

import jakarta.persistence.EntityManager;

/** Registrations for tests of other rooms. */
public final class MadeRegistrations {
  private MadeRegistrations() {}

  /** Seats people who come without a registration. */
  public static WalkIns walkIns(EntityManager em) {
    return new WalkIns(new RegistrationRepository(em));
  }
}
