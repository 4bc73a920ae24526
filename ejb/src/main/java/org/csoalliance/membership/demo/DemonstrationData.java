package org.csoalliance.membership.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Logger;
import org.csoalliance.membership.AccountRepository;
import org.csoalliance.platform.settings.DemonstrationStarted;

/** Fills an empty database with the demonstration, once, in one transaction. */
@Stateless
@PermitAll
public class DemonstrationData {
  private static final Logger LOG = Logger.getLogger(DemonstrationData.class.getName());
  private static final long LOCK = 0x0A11_1A9C_E000_0001L;

  @Inject private AccountRepository accounts;
  @Inject private DemoAccounts demoAccounts;
  @Inject private Event<DemonstrationStarted> started;
  @Inject private Clock clock;

  /** Makes the data if there is no account yet; of several nodes one does it, the others wait. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void load() {
    accounts.lock(LOCK);
    if (accounts.isEmpty()) {
      demoAccounts.create(clock.instant());
      started.fire(new DemonstrationStarted(clock.instant()));
      LOG.info("The demonstration data was made");
    }
  }
}
