package org.csoalliance.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.csoalliance.platform.settings.EffectiveSetting;
import org.csoalliance.platform.settings.SettingsService;

/** The settings of the deployment, as they hold now. */
@Named("adminSettings")
@RequestScoped
public class SettingsBean {
  @Inject private SettingsService service;

  private List<EffectiveSetting> items;

  /** Asks for the settings. */
  public void load() {
    items = service.all();
  }

  /** All settings. */
  public List<EffectiveSetting> getItems() {
    return items;
  }
}
