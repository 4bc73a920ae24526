package org.csoalliance.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Signs out at the provider too. The browser goes there by a refresh and not by a redirect: the
 * policy of our pages lets a form lead nowhere else.
 */
@ApplicationScoped
public class ProviderSignOut {
  /** The session's attribute that holds the provider's token. */
  static final String TOKEN = "org.csoalliance.oidc.token";

  @Inject private OidcProvider provider;

  /**
   * Where a session's owner is to go to be signed out at the provider; asked before the session is
   * ended.
   *
   * @param session null as one without a provider
   */
  public Optional<URI> of(HttpSession session) {
    return session != null && session.getAttribute(TOKEN) instanceof String token
        ? provider.signOut(token)
        : Optional.empty();
  }

  /** Answers with a page that leads there at once. */
  public static void send(HttpServletResponse response, URI there) throws IOException {
    String address = there.toString().replace("&", "&amp;").replace("\"", "%22");
    response.setHeader("Refresh", "0; url=" + there);
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .print(
            "<!DOCTYPE html><html lang=\"en\"><title>Signed out</title><p>You are signed out here."
                + " <a href=\""
                + address
                + "\">Sign out of your organisation too</a></p></html>");
  }
}
