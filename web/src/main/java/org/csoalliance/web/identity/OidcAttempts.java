package org.csoalliance.web.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The sign-ins of one browser that are under way, one a tab, the newest five. */
final class OidcAttempts implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "org.csoalliance.oidc.attempts";
  private static final int MOST = 5;

  private final Deque<OidcAttempt> attempts = new ArrayDeque<>();

  private OidcAttempts() {}

  /** Keeps an attempt. */
  static void keep(HttpSession session, OidcAttempt attempt) {
    synchronized (OidcAttempts.class) {
      OidcAttempts kept =
          session.getAttribute(ATTRIBUTE) instanceof OidcAttempts there
              ? there
              : new OidcAttempts();
      while (kept.attempts.size() >= MOST) {
        kept.attempts.removeFirst();
      }
      kept.attempts.addLast(attempt);
      session.setAttribute(ATTRIBUTE, kept);
    }
  }

  /** Gives out the attempt of that state, once. */
  static Optional<OidcAttempt> take(HttpSession session, String state) {
    synchronized (OidcAttempts.class) {
      if (session == null
          || state == null
          || !(session.getAttribute(ATTRIBUTE) instanceof OidcAttempts kept)) {
        return Optional.empty();
      }
      Optional<OidcAttempt> found =
          kept.attempts.stream().filter(attempt -> attempt.state().equals(state)).findFirst();
      found.ifPresent(kept.attempts::remove);
      session.setAttribute(ATTRIBUTE, kept);
      return found;
    }
  }
}
