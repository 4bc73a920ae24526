package org.csoalliance.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and whose second factor is still to come. Nobody is signed in
 * by it; it lasts five minutes.
 *
 * @param accountId the account
 * @param sessionStamp the account's stamp at that moment
 * @param at when the password was right
 */
public record HalfWay(long accountId, int sessionStamp, Instant at) implements Serializable {
  private static final String ATTRIBUTE = "org.csoalliance.half";
  private static final Duration LASTS = Duration.ofMinutes(5);

  /** Keeps it in the session. */
  void keep(HttpSession session) {
    session.setAttribute(ATTRIBUTE, this);
  }

  /** What the session keeps, unless it is too old. */
  public static Optional<HalfWay> of(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof HalfWay half
            && now.isBefore(half.at().plus(LASTS))
        ? Optional.of(half)
        : Optional.empty();
  }

  /** Forgets it, after the second step or when starting anew. */
  public static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }
}
