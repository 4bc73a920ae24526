package org.csoalliance.membership.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.platform.health.StartUp;
import org.csoalliance.platform.settings.Settings;

/** Loads the demonstration at start-up where the setting {@code alliance.demo} wants it. */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Demonstration {
  private static final Logger LOG = Logger.getLogger(Demonstration.class.getName());

  @EJB private DemonstrationData data;
  @Inject private Settings settings;
  @Inject private StartUp startUp;

  @PostConstruct
  void load() {
    if (!settings.demo()) {
      return;
    }
    try {
      data.load();
      startUp.demonstrationLoaded();
    } catch (RuntimeException failed) {
      // a server may call a deployment good whose start-up failed: health says that it is not
      LOG.log(
          Level.SEVERE, "The demonstration data could not be made; this node stays down", failed);
    }
  }
}
