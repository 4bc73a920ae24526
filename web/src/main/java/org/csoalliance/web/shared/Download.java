package org.csoalliance.web.shared;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.csoalliance.web.security.SecurityHeadersFilter;

/**
 * Hands out a file that somebody uploaded. It is somebody else's content, and runs nothing here: no
 * guessing of its type, a policy that forbids everything, and a file to keep unless we painted it.
 */
public final class Download {
  private Download() {}

  /**
   * Sends it and ends the life cycle.
   *
   * @param mediaType as found in the content
   * @param shown whether a browser may show it in place of keeping it
   * @param etag where the public may read it, so that a browser asks before it fetches it again;
   *     null: nobody may keep it
   */
  public static void send(
      FacesContext context,
      String name,
      String mediaType,
      byte[] content,
      boolean shown,
      String etag) {
    ExternalContext external = context.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    HttpServletResponse response = (HttpServletResponse) external.getResponse();
    SecurityHeadersFilter.sandbox(request, response);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", etag == null ? "no-store" : "private, no-cache");
    if (etag != null) {
      response.setHeader("ETag", '"' + etag + '"');
    }
    String known = request.getHeader("If-None-Match");
    if (etag != null && known != null && known.contains('"' + etag + '"')) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      context.responseComplete();
      return;
    }
    response.setContentType(mediaType);
    response.setHeader("Content-Disposition", disposition(shown ? "inline" : "attachment", name));
    response.setContentLength(content.length);
    try {
      response.getOutputStream().write(content);
    } catch (IOException broken) {
      throw new FacesException(broken);
    }
    context.responseComplete();
  }

  /** The name for old readers in ASCII, and in full for those that know RFC 8187. */
  public static String disposition(String how, String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    return how
        + "; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
