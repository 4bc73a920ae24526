package org.csoalliance.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.web.security.LocalPath;

/** Sends a person to the deployment's OpenID provider. */
@WebServlet("/sign-in/oidc")
public class OidcStartServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(OidcStartServlet.class.getName());

  @Inject private transient OidcProvider provider;
  @Inject private transient OidcSettings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (settings.issuer().isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    try {
      OidcAttempt attempt =
          provider.attempt(LocalPath.of(request.getParameter("from")).orElse(null));
      URI address = provider.authorization(attempt);
      OidcAttempts.keep(request.getSession(), attempt);
      response.sendRedirect(address.toString());
    } catch (ProviderUnreachable down) {
      LOG.log(Level.WARNING, down.getMessage(), down);
      response.sendRedirect(request.getContextPath() + "/sign-in?provider=down");
    }
  }
}
