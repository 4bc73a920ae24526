package org.csoalliance.platform.error;

/** There is no such thing, or the caller may not know of it: the answer is the same. */
public class NotFoundException extends AllianceException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence for the caller. */
  public NotFoundException(String message) {
    super(message);
  }
}
