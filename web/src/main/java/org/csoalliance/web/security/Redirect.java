package org.csoalliance.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends a reader on to an address of ours by its path alone. The servers write scheme and host into
 * a redirect, and behind a proxy with TLS they know the wrong scheme: the browser would ask once
 * without TLS. A path holds whatever stands in front (RFC 9110, 10.2.2).
 */
final class Redirect {
  private Redirect() {}

  /** Answers 302; nothing can be added to the answer afterwards. */
  static void to(HttpServletResponse response, String location) throws IOException {
    response.resetBuffer();
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", location);
    response.setContentLength(0);
    response.flushBuffer();
  }

  /**
   * An address of our own without scheme and host; any other is left as it is.
   *
   * @param host the request's header Host; null for none
   */
  static String path(String location, String host) {
    if (location == null || host == null) {
      return location;
    }
    for (String scheme : new String[] {"http://", "https://"}) {
      String own = scheme + host + "/";
      if (location.regionMatches(true, 0, own, 0, own.length())) {
        return location.substring(own.length() - 1);
      }
    }
    return location;
  }
}
