package org.csoalliance.web.security;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.csoalliance.membership.SignInService;
import org.csoalliance.web.identity.ProviderSignOut;

/**
 * Ends the session on the server, so that the cookie is worth nothing wherever it was copied to. A
 * post only: a link or an image must not sign anybody out.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private transient SignInService signIn;
  @Inject private transient ProviderSignOut provider;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    Optional<URI> there = provider.of(session);
    try {
      signIn.signOut();
    } finally {
      if (session != null) {
        session.invalidate();
      }
    }
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.setHeader("Cache-Control", "no-store");
    if (there.isPresent()) {
      ProviderSignOut.send(response, there.get());
      return;
    }
    response.sendRedirect(request.getContextPath() + "/");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean signedIn = request.getUserPrincipal() != null;
    response.sendRedirect(request.getContextPath() + (signedIn ? "/me/security" : "/"));
  }
}
