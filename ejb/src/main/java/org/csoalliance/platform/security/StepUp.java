package org.csoalliance.platform.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks for a fresh proof before something grave: a decision on an application, an export, a change
 * of address or factor. A session left open on a desk is then not enough. Signing in is a proof
 * itself; a token is none.
 */
@Dependent
public class StepUp {
  /** How long a proof is fresh. */
  public static final Duration FRESH = Duration.ofMinutes(10);

  @Inject private CallerContext caller;
  @Inject private Clock clock;

  /** Made by the container. */
  public StepUp() {}

  /** For tests. */
  public StepUp(CallerContext caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Passes when the caller proved a credential in this session within the last ten minutes.
   *
   * @throws StepUpRequiredException otherwise, and always for tokens
   */
  public void require() {
    if (caller.viaToken()) {
      throw new StepUpRequiredException(
          "This is done in the browser after confirming who you are, not with a token");
    }
    if (!fresh()) {
      throw new StepUpRequiredException("Confirm that it is you before you do this");
    }
  }

  /** Whether {@link #require} would pass. */
  public boolean fresh() {
    Instant provedAt = caller.provedAt();
    return provedAt != null && !caller.viaToken() && clock.instant().isBefore(provedAt.plus(FRESH));
  }
}
