package org.csoalliance.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.csoalliance.platform.settings.Settings;

/** How long sessions live, and whether a proxy's word counts. */
@ApplicationScoped
public class SessionSettings {
  private static final int MOST_IDLE_MINUTES = 480;

  @Inject private Settings settings;

  /** {@code alliance.session.hours}: a session is over after this, however busy; 12 unless set. */
  public Duration lifetime() {
    return Duration.ofHours(settings.number("alliance.session.hours", 12, 1, 24));
  }

  /** {@code alliance.session.idle.minutes}: a session is over after this without a request; 30. */
  public Duration idle() {
    return Duration.ofMinutes(
        settings.number("alliance.session.idle.minutes", 30, 1, MOST_IDLE_MINUTES));
  }

  /** {@code alliance.proxy.trusted}: whether X-Forwarded-For was written by a proxy of ours. */
  public boolean proxyTrusted() {
    return settings.text("alliance.proxy.trusted").map(Boolean::parseBoolean).orElse(false);
  }
}
