package org.csoalliance.run;

/** A run cannot go on; the message is written for the person at the console, in whole sentences. */
public class RunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to do about it
   */
  public RunException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and what to do about it
   * @param cause what brought it about
   */
  public RunException(String message, Throwable cause) {
    super(message, cause);
  }
}
