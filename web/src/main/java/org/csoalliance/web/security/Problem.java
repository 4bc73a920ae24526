package org.csoalliance.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A refusal of the interface that is decided before any resource is asked, as {@code
 * application/problem+json}. The texts are our own constants, so nothing in them needs escaping.
 */
record Problem(int status, String title, String detail) {
  static final Problem BAD_TOKEN =
      new Problem(401, "Not signed in", "The token is unknown, revoked or has ended.");
  static final Problem NEEDS_TOKEN =
      new Problem(
          403,
          "A token is needed",
          "The interface is changed with an access token, not with a browser's session.");
  static final Problem READ_ONLY =
      new Problem(
          403,
          "Read only",
          "The membership was not confirmed in time. It reads, and changes nothing until it is"
              + " confirmed at /me/attest.");
  static final Problem NO_WRITE_SCOPE =
      new Problem(403, "Not allowed", "The token lacks the scope write.");
  static final Problem NO_READ_SCOPE =
      new Problem(403, "Not allowed", "The token lacks the scope read.");

  void write(HttpServletResponse response) throws IOException {
    byte[] body =
        ("{\"type\":\"about:blank\",\"title\":\""
                + title
                + "\",\"status\":"
                + status
                + ",\"detail\":\""
                + detail
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    if (status == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"alliance\", error=\"invalid_token\"");
    }
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
