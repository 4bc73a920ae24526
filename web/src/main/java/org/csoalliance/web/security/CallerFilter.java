package org.csoalliance.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.csoalliance.platform.security.CallerContext;
import org.csoalliance.platform.security.CallerContext.Proof;
import org.csoalliance.platform.security.Reader;

/**
 * Hands the caller that authentication found to the services, for pages and interface alike. It is
 * done here because the request scope is surely active in a filter. The page of an error is one
 * too: where the server itself refuses an address, no filter was asked before.
 */
public class CallerFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The request's attribute that holds the {@link Reader}. */
  static final String READER = "org.csoalliance.reader";

  /** The request's attribute that holds what the session knows of its sign-in. */
  static final String PROOF = "org.csoalliance.proof";

  /** The request's attribute that holds the {@link Problem} to answer with. */
  static final String REFUSED = "org.csoalliance.refused";

  @Inject private transient CallerContext caller;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.ERROR
        && request.getAttribute(REFUSED) instanceof Problem problem) {
      problem.write(response);
      return;
    }
    if (request.getAttribute(READER) instanceof Reader reader) {
      Proof proof = request.getAttribute(PROOF) instanceof Proof known ? known : null;
      caller.set(reader, proof, proof == null);
    }
    chain.doFilter(request, response);
  }
}
