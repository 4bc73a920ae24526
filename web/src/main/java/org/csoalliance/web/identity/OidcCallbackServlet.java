package org.csoalliance.web.identity;

import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.csoalliance.web.security.HalfWay;
import org.csoalliance.web.security.ProviderCredential;
import org.csoalliance.web.security.SessionSettings;
import org.csoalliance.web.security.SourceAddress;

/**
 * Where the provider sends people back to. An answer counts once, in the browser that asked, within
 * ten minutes.
 */
@WebServlet("/sign-in/oidc/callback")
public class OidcCallbackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(OidcCallbackServlet.class.getName());

  @Inject private transient SecurityContext security;
  @Inject private transient OidcProvider provider;
  @Inject private transient OidcSettings settings;
  @Inject private transient SessionSettings sessions;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (settings.issuer().isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    String target;
    try {
      target = signIn(request, response);
    } catch (ProviderUnreachable down) {
      LOG.log(Level.WARNING, down.getMessage(), down);
      target = "/sign-in?provider=down";
    } catch (ProviderRefused refused) {
      LOG.warning(() -> "A sign-in by the provider was refused: " + refused.getMessage());
      target = "/sign-in?provider=refused";
    }
    response.sendRedirect(request.getContextPath() + target);
  }

  private String signIn(HttpServletRequest request, HttpServletResponse response)
      throws ProviderUnreachable, ProviderRefused {
    Optional<OidcAttempt> found =
        OidcAttempts.take(request.getSession(false), request.getParameter("state"));
    OidcAttempt attempt =
        found
            .filter(each -> each.alive(clock.instant()))
            .orElseThrow(() -> new ProviderRefused("Nobody waits for this answer"));
    String code = request.getParameter("code");
    if (request.getParameter("error") != null || code == null || code.isBlank()) {
      throw new ProviderRefused("The provider sent no code");
    }
    OidcProvider.Proved proved = provider.redeem(attempt, code, request.getParameter("iss"));
    AuthenticationStatus status =
        security.authenticate(
            request,
            response,
            withParams()
                .credential(
                    new ProviderCredential(
                        ProvidedClaims.identity(proved.claims(), settings.groupsClaim()),
                        SourceAddress.of(request, sessions.proxyTrusted()),
                        settings.strong())));
    if (status != AuthenticationStatus.SUCCESS) {
      return HalfWay.of(request, clock.instant()).isPresent()
          ? "/sign-in/second" + (attempt.from() == null ? "" : "?from=" + encode(attempt.from()))
          : "/sign-in?provider=unknown";
    }
    request.getSession().setAttribute(ProviderSignOut.TOKEN, proved.text());
    return attempt.from() == null ? "/me" : attempt.from();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
