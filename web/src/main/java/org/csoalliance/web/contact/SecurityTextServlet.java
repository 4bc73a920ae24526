package org.csoalliance.web.contact;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.csoalliance.platform.settings.Settings;

/**
 * Where to tell of a weakness (RFC 9116). {@code alliance.security.contact} is an address of mail,
 * of a page or a telephone; {@code alliance.security.expires} the day until which it holds, in
 * which case somebody has to look at it again in time; unset, it is always half a year ahead.
 */
@WebServlet("/.well-known/security.txt")
public class SecurityTextServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int DAYS = 180;

  @Inject private transient Settings settings;
  @Inject private transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] text = text(settings, clock.instant()).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }

  static String text(Settings settings, Instant now) {
    String contact =
        settings.text("alliance.security.contact").orElse("mailto:" + settings.contactMail());
    String uri = contact.matches("(?i)(mailto|https|tel):.*") ? contact : "mailto:" + contact;
    String expires =
        settings
            .text("alliance.security.expires")
            .filter(day -> day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))
            .map(day -> day + "T00:00:00Z")
            .orElseGet(
                () -> now.truncatedTo(ChronoUnit.DAYS).plus(DAYS, ChronoUnit.DAYS).toString());
    return "Contact: "
        + uri.replaceAll("\\s", "")
        + "\nContact: "
        + settings.baseUrl()
        + "/contact?topic=SECURITY\nExpires: "
        + expires
        + "\nPreferred-Languages: en\nCanonical: "
        + settings.baseUrl()
        + "/.well-known/security.txt\n";
  }
}
