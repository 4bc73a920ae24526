package org.csoalliance.platform.error;

import jakarta.ejb.ApplicationException;

/**
 * Something the caller can be told in one sentence. Rolls the transaction back; the container does
 * not wrap it. Its message is written for the person at the page or the program at the interface.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class AllianceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence that says what is wrong and how to mend it. */
  protected AllianceException(String message) {
    super(message);
  }
}
