package org.csoalliance.platform.security;

import org.csoalliance.platform.error.AllianceException;

/**
 * The caller must first prove again who they are. A page that is only looked at leads there by
 * itself; after a post the sentence is shown with a link.
 */
public class StepUpRequiredException extends AllianceException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence for the caller. */
  public StepUpRequiredException(String message) {
    super(message);
  }
}
