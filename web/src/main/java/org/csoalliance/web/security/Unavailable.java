package org.csoalliance.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.csoalliance.platform.health.Health;
import org.csoalliance.platform.settings.Settings;
import org.csoalliance.web.shared.Assets;

/**
 * The answer while the database does not answer, given before anything asks it: at once, with 503,
 * and by a page that needs nothing but its style sheet. Whoever waited for a hanging database would
 * hold a thread of the server meanwhile, until none is left.
 */
@ApplicationScoped
class Unavailable {
  private static final Problem PROBLEM =
      new Problem(503, "Not available", "The platform cannot reach its database. Try again later.");
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Not available now – CSO Alliance</title><link rel="stylesheet" href="%s"></head>
      <body class="form-page"><header class="top"><div class="wrap"><b class="logo">CSO Alliance</b></div></header>
      <main id="main"><div class="wrap"><div class="prose"><h1>The platform is not available now</h1>
      <p>It cannot reach its database. What was stored is safe; your last step may not have been stored.</p>
      <p>Keep this window open and load the page again in a minute: what you typed is then sent once more.</p>
      <p><b>To report an incident now</b>, call the duty editor: <a href="tel:%s">%s</a>. In danger now, use the ship security alert system first.</p>
      </div></div></main></body></html>
      """;

  @Inject private Health health;
  @Inject private Settings settings;
  @Inject private Assets assets;

  /**
   * Answers the request if the database cannot be asked now.
   *
   * @return whether it was answered
   */
  boolean answer(HttpServletRequest request, HttpServletResponse response, String path) {
    if (health.databaseAnswers()) {
      return false;
    }
    SecurityHeadersFilter.apply(
        request, response, SecurityHeadersFilter.isSecure(request, settings));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Retry-After", "15");
    try {
      if (path.startsWith("/api/")) {
        PROBLEM.write(response);
      } else {
        page(response);
      }
      response.flushBuffer();
    } catch (IOException gone) {
      // nobody reads it any more
    }
    return true;
  }

  private void page(HttpServletResponse response) throws IOException {
    String telephone = settings.contactTelephone();
    byte[] body =
        PAGE.formatted(
                assets.url("css/light.css"),
                telephone.replaceAll("[^+0-9]", ""),
                telephone.replace("&", "&amp;").replace("<", "&lt;"))
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/html; charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
