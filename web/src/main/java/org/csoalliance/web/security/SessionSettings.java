package org.csoalliance.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.settings.Settings;

/** How long sessions live, and whether a proxy's word counts. */
@ApplicationScoped
public class SessionSettings {
  @Inject private Settings settings;

  /** {@code alliance.session.hours}: a session is over after this, however busy; 12 unless set. */
  public Duration lifetime() {
    return settings.sessionLifetime();
  }

  /** {@code alliance.session.idle.minutes}: a session is over after this without a request; 30. */
  public Duration idle() {
    return settings.sessionIdle();
  }

  /** {@code alliance.proxy.trusted}: whether X-Forwarded-For was written by a proxy of ours. */
  public boolean proxyTrusted() {
    return settings.text("alliance.proxy.trusted").map(Boolean::parseBoolean).orElse(false);
  }
}
