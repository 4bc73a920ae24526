package org.csoalliance.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.csoalliance.platform.settings.Settings;

/**
 * Refuses posts that another site's page sends with our visitor's cookie. Browsers say where a post
 * comes from; a program that is no browser says nothing, and holds nobody's cookie. The interface
 * is exempt: it takes no session for a change. So are the links in mails, which are signed and ask
 * for none either (RFC 8058 lets a mail program post them from anywhere).
 */
public class OriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Addresses whose posts carry a signature of ours and use no session. */
  static final Set<String> SIGNED = Set.of("/unsubscribe", "/acknowledge", "/library/ship");

  @Inject private transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean guarded =
        !SAFE.contains(request.getMethod())
            && !request.getServletPath().startsWith("/api")
            && !SIGNED.contains(request.getServletPath());
    if (guarded && isForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isForeign(HttpServletRequest request) {
    return isForeign(
        request.getHeader("Origin"),
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Referer"),
        Stream.of(request.getHeader("Host"), authority(settings.baseUrl()))
            .filter(Objects::nonNull)
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  /**
   * The rule.
   *
   * @param own our own host names with their ports, in lower case
   */
  static boolean isForeign(String origin, String fetchSite, String referer, Set<String> own) {
    if (origin != null && !origin.equals("null")) {
      return !isOwn(origin, own);
    }
    if (fetchSite != null) {
      return !fetchSite.equals("same-origin") && !fetchSite.equals("none");
    }
    if (referer != null) {
      return !isOwn(referer, own);
    }
    return origin != null;
  }

  private static boolean isOwn(String url, Set<String> own) {
    String authority = authority(url);
    return authority != null && own.contains(authority);
  }

  private static String authority(String url) {
    try {
      String authority = URI.create(url).getRawAuthority();
      return authority == null ? null : authority.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException wrong) {
      return null;
    }
  }
}
