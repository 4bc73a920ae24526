package org.csoalliance.platform.settings;

import static org.csoalliance.platform.security.Roles.ADMINISTRATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The settings of this deployment, for administrators. They are changed at the server, not here.
 */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class SettingsService {
  private static final String MASK = "set, not shown";

  @Inject private Settings settings;

  /** Made by the container. */
  public SettingsService() {}

  /** For tests. */
  SettingsService(Settings settings) {
    this.settings = settings;
  }

  /** Every setting with its effective value and source; a secret is never handed out. */
  public List<EffectiveSetting> all() {
    return KnownSettings.ALL.stream()
        .map(
            setting -> {
              String value =
                  settings
                      .text(setting.name())
                      .map(text -> setting.secret() ? MASK : text)
                      .orElse(setting.byDefault());
              return new EffectiveSetting(setting, value, settings.source(setting.name()));
            })
        .toList();
  }
}
