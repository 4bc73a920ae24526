package org.csoalliance.web.identity;

/** What came back proves nobody: forged, replayed, meant for another, or refused over there. */
class ProviderRefused extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderRefused(String message) {
    super(message);
  }

  ProviderRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
