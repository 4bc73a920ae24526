package org.csoalliance.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.csoalliance.platform.settings.Settings;

/** How far this node has come since it was deployed. */
@ApplicationScoped
public class StartUp {
  @Inject private Settings settings;
  private volatile boolean demonstrationLoaded;

  /** Told once the demonstration data is in the database, by this node or by another. */
  public void demonstrationLoaded() {
    demonstrationLoaded = true;
  }

  /** Whether everything is there that this deployment is to have when it opens. */
  public boolean complete() {
    return demonstrationLoaded || !settings.demo();
  }
}
