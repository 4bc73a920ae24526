package org.csoalliance.web.security;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.csoalliance.membership.SignInService;

/**
 * Ends the session on the server, so that the cookie is worth nothing wherever it was copied to. A
 * post only: a link or an image must not sign anybody out.
 */
@WebServlet("/sign-out")
public class SignOutServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @EJB private transient SignInService signIn;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    try {
      signIn.signOut();
    } finally {
      if (session != null) {
        session.invalidate();
      }
    }
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(request.getContextPath() + "/");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean signedIn = request.getUserPrincipal() != null;
    response.sendRedirect(request.getContextPath() + (signedIn ? "/me/security" : "/"));
  }
}
