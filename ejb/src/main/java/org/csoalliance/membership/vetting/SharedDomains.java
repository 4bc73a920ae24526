package org.csoalliance.membership.vetting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.csoalliance.platform.settings.Settings;

/**
 * Mail domains that many companies share: two people there are no colleagues, and an address there
 * proves no company. More are named by the setting {@code alliance.vetting.shared.domains}.
 */
@Dependent
public class SharedDomains {
  private static final String PUBLIC =
      "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk"
          + " ymail.com icloud.com me.com aol.com gmx.com gmx.net gmx.de web.de proton.me"
          + " protonmail.com zoho.com mail.com mail.ru yandex.ru yandex.com qq.com 163.com 126.com"
          + " sina.com naver.com rediffmail.com orange.fr";

  /** Everybody of a demonstration has an address there. */
  private static final String DEMONSTRATION = "demo.example";

  private Settings settings;

  /** For CDI. */
  protected SharedDomains() {}

  /** Reads the settings of the deployment. */
  @Inject
  public SharedDomains(Settings settings) {
    this.settings = settings;
  }

  /** In lower case, parted by blanks. */
  String all() {
    return PUBLIC
        + settings
            .text("alliance.vetting.shared.domains")
            .map(more -> " " + more.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s,]+", " "))
            .orElse("")
        + (settings.demo() ? " " + DEMONSTRATION : "");
  }
}
