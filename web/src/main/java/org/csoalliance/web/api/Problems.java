package org.csoalliance.web.api;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import org.csoalliance.platform.error.AllianceException;
import org.csoalliance.platform.error.ConflictException;
import org.csoalliance.platform.error.InvalidException;
import org.csoalliance.platform.error.NotFoundException;
import org.csoalliance.platform.error.RefusedException;
import org.csoalliance.platform.security.StepUpRequiredException;

/** Says which problem an exception is. No message of a server or a library leaves here. */
final class Problems {
  static final String SIGN_IN =
      "Sign in for this: send a personal access token as \"Authorization: Bearer ...\".";
  static final String NOT_ALLOWED = "Your account may not do this.";

  private Problems() {}

  /**
   * What to tell about an exception.
   *
   * @param signedIn whether the caller is known: decides between 401 and 403
   * @return null when nobody foresaw it: a fault of ours
   */
  static Problem of(Throwable thrown, boolean signedIn) {
    Throwable now = thrown;
    for (int depth = 0; now != null && depth < 20; depth++) {
      Problem problem = alone(now, signedIn);
      if (problem != null) {
        return problem;
      }
      now = now.getCause();
    }
    return null;
  }

  private static Problem alone(Throwable thrown, boolean signedIn) {
    if (thrown instanceof ProblemException told) {
      return told.problem();
    }
    if (thrown instanceof InvalidException invalid) {
      return Problem.invalid(invalid.fields());
    }
    if (thrown instanceof RefusedException || thrown instanceof StepUpRequiredException) {
      return signedIn ? Problem.of(403, thrown.getMessage()) : Problem.of(401, SIGN_IN);
    }
    if (thrown instanceof NotFoundException) {
      return Problem.of(404, thrown.getMessage());
    }
    if (thrown instanceof ConflictException) {
      return Problem.of(409, thrown.getMessage());
    }
    if (thrown instanceof AllianceException) {
      return Problem.of(400, thrown.getMessage());
    }
    if (thrown instanceof EJBAccessException || thrown instanceof AccessLocalException) {
      return signedIn ? Problem.of(403, NOT_ALLOWED) : Problem.of(401, SIGN_IN);
    }
    if (thrown instanceof JsonException) {
      return Problem.of(400, "The body is not JSON that can be read.");
    }
    if (thrown instanceof WebApplicationException server) {
      return ofStatus(server.getResponse().getStatus(), signedIn);
    }
    return null;
  }

  /** What a status of the server itself means, in a sentence; null for 500 and below 400. */
  static Problem ofStatus(int status, boolean signedIn) {
    String sentence =
        Map.of(
                400, "The request cannot be read.",
                401, SIGN_IN,
                403, signedIn ? NOT_ALLOWED : SIGN_IN,
                404, "There is nothing at this address.",
                405,
                    "This address does not take this method; the header Allow lists what it takes.",
                406, "This address does not answer in a format that the header Accept asks for.",
                413, "The body is too large.",
                415, "The body's Content-Type is none that this address takes.")
            .get(status);
    if (sentence != null) {
      return Problem.of(status == 403 && !signedIn ? 401 : status, sentence);
    }
    return status >= 400 && status < 500 ? Problem.of(status, "The request is refused.") : null;
  }
}
