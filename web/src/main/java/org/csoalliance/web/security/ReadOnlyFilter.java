package org.csoalliance.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.web.shared.Faults;

/**
 * Lets a member whose membership has lapsed read and change nothing, on pages and at the interface,
 * at this one place. What is left open is what such a person needs: to confirm the membership, to
 * leave, to sign out, and what concerns the own account.
 */
public class ReadOnlyFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final List<String> OPEN =
      List.of(
          "/me/attest",
          "/me/company",
          "/me/security",
          "/me/data",
          "/me/rules",
          "/sign-in",
          "/sign-out",
          "/unsubscribe",
          "/acknowledge",
          "/contact",
          "/library/ship",
          "/jakarta.faces.resource");

  /** What the reader is told. */
  static final String SENTENCE =
      "Your membership was not confirmed in time. You can read, and change nothing until you"
          + " confirm it on the page \"Confirm your membership\".";

  @Inject private transient CallerContext caller;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (!refuses(caller.reader().readOnly(), request.getMethod(), path)) {
      chain.doFilter(request, response);
    } else if (path.startsWith("/api/")) {
      Problem.READ_ONLY.write(response);
    } else {
      request.setAttribute(Faults.SENTENCE, SENTENCE);
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /**
   * The rule.
   *
   * @param path relative to the context path
   */
  static boolean refuses(boolean readOnly, String method, String path) {
    return readOnly
        && !SAFE.contains(method)
        && OPEN.stream().noneMatch(open -> path.equals(open) || path.startsWith(open + "/"));
  }
}
