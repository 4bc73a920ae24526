package org.csoalliance.web.identity;

/** The provider does not answer, or not as its kind does; a later try may work. */
class ProviderUnreachable extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
