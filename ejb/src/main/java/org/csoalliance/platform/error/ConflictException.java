package org.csoalliance.platform.error;

/** Somebody else was first, or the thing is no longer in the state the caller saw. */
public class ConflictException extends AllianceException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence for the caller. */
  public ConflictException(String message) {
    super(message);
  }
}
