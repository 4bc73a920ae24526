package org.csoalliance.platform.error;

/** The caller may see the thing and may not do this with it. */
public class RefusedException extends AllianceException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence for the caller. */
  public RefusedException(String message) {
    super(message);
  }
}
