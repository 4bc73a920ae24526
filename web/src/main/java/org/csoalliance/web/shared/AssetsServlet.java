package org.csoalliance.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Serves {@link Assets} under {@code /assets/<version>/<name>}. The version of now may be kept for
 * ever; an older one, which a page still open may ask for, is answered with what there is and not
 * kept.
 */
public class AssetsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Assets assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    int slash = path.indexOf('/', 1);
    Optional<Assets.Asset> found =
        slash < 0 ? Optional.empty() : assets.find(path.substring(slash + 1));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Assets.Asset asset = found.get();
    boolean current = path.substring(1, slash).equals(assets.version());
    response.setHeader(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("ETag", asset.tag());
    if (asset.gzip() != null) {
      response.setHeader("Vary", "Accept-Encoding");
    }
    if (matches(request.getHeader("If-None-Match"), asset.tag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = asset.plain();
    if (asset.gzip() != null && acceptsGzip(request.getHeader("Accept-Encoding"))) {
      response.setHeader("Content-Encoding", "gzip");
      body = asset.gzip();
    }
    response.setContentType(asset.type());
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }

  /** Whether one of the tags of an If-None-Match header is the given one; weak ones count. */
  static boolean matches(String header, String tag) {
    if (header == null) {
      return false;
    }
    for (String candidate : header.split(",", -1)) {
      String one = candidate.strip();
      if (one.equals("*") || one.equals(tag) || one.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an Accept-Encoding header takes gzip, minding {@code gzip;q=0}. */
  static boolean acceptsGzip(String header) {
    if (header == null) {
      return false;
    }
    for (String candidate : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = candidate.strip().split(";", 2);
      if (parts[0].strip().equals("gzip")) {
        return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
