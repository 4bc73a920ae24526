package org.csoalliance.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.csoalliance.platform.settings.Settings;

/**
 * Sets the security headers on every response, errors and files included, and keeps them when a
 * response is reset. A policy that PrimeFaces wants to add is merged into ours: two policies would
 * forbid what either forbids, and so the nonces too.
 */
public class SecurityHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String CSP = "Content-Security-Policy";
  private static final String WIDGETS = "alliance.widgets";
  private static final String NONCE = "alliance.nonce";
  private static final String SANDBOX = "alliance.sandbox";

  @Inject private transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean secure = isSecure(request, settings);
    Headers headers = new Headers(request, response, secure, tiles(request));
    apply(request, response, secure);
    headers.policy();
    chain.doFilter(request, headers);
    headers.cookies();
  }

  /**
   * Called while a page with PrimeFaces widgets is built, before anything of it is sent: lets its
   * nonce and its style attributes pass.
   */
  public static void allowWidgets(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(WIDGETS, Boolean.TRUE);
    response.setHeader(CSP, "");
  }

  /**
   * Called before a file that somebody uploaded is sent: nothing in it runs, and it loads nothing,
   * even where a browser shows it.
   */
  public static void sandbox(HttpServletRequest request, HttpServletResponse response) {
    request.setAttribute(SANDBOX, Boolean.TRUE);
    response.setHeader(CSP, "");
  }

  /**
   * Writes the headers of a plain page. For the filter, and for the sign-in mechanism, whose
   * redirects leave before any filter is asked.
   *
   * @param secure whether the reader came over TLS
   */
  static void apply(HttpServletRequest request, HttpServletResponse response, boolean secure) {
    response.setHeader(CSP, ContentSecurityPolicy.plain());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    String camera = request.getRequestURI().matches(".*/organiser/[^/]+/door") ? "self" : "";
    response.setHeader(
        "Permissions-Policy",
        "camera=("
            + camera
            + "), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    String path = request.getServletPath();
    if (!path.startsWith("/assets") && !path.startsWith("/jakarta.faces.resource")) {
      response.setHeader(
          "Cache-Control", request.getUserPrincipal() == null ? "private, no-cache" : "no-store");
    }
  }

  /** The pages with a map may fetch the tiles that the administrator configured. */
  private String tiles(HttpServletRequest request) {
    boolean map = request.getServletPath().startsWith("/incidents");
    return map ? settings.text("alliance.map.tiles").orElse(null) : null;
  }

  /** Whether the reader came over TLS, to us or to our proxy. */
  static boolean isSecure(HttpServletRequest request, Settings settings) {
    return request.isSecure()
        || ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
            && settings.text("alliance.proxy.trusted").map(Boolean::parseBoolean).orElse(false));
  }

  private static final class Headers extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean secure;
    private final String tiles;

    Headers(
        HttpServletRequest request, HttpServletResponse response, boolean secure, String tiles) {
      super(response);
      this.request = request;
      this.response = response;
      this.secure = secure;
      this.tiles = tiles;
    }

    private void policy() {
      if (request.getAttribute(SANDBOX) != null) {
        response.setHeader(CSP, ContentSecurityPolicy.sandboxed());
        return;
      }
      boolean widgets = request.getAttribute(WIDGETS) != null;
      String nonce = (String) request.getAttribute(NONCE);
      response.setHeader(
          CSP, widgets ? ContentSecurityPolicy.widgets(nonce) : ContentSecurityPolicy.plain(tiles));
    }

    private String own(String name, String value) {
      return "Location".equalsIgnoreCase(name)
          ? Redirect.path(value, request.getHeader("Host"))
          : value;
    }

    private boolean taken(String name, String value) {
      if (!CSP.equalsIgnoreCase(name)) {
        return false;
      }
      ContentSecurityPolicy.nonce(value).ifPresent(nonce -> request.setAttribute(NONCE, nonce));
      policy();
      return true;
    }

    @Override
    public void setHeader(String name, String value) {
      if (!taken(name, value)) {
        super.setHeader(name, own(name, value));
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!taken(name, value)) {
        super.addHeader(name, own(name, value));
      }
    }

    /**
     * Marks the session's cookie SameSite=Lax. Payara reads that attribute neither from web.xml nor
     * from the session's configuration. WildFly writes its cookies later, and is told by
     * undertow-handlers.conf.
     */
    void cookies() {
      if (isCommitted()) {
        return;
      }
      List<String> cookies = List.copyOf(response.getHeaders("Set-Cookie"));
      if (cookies.stream().noneMatch(Headers::unmarked)) {
        return;
      }
      for (int i = 0; i < cookies.size(); i++) {
        String cookie = cookies.get(i) + (unmarked(cookies.get(i)) ? "; SameSite=Lax" : "");
        if (i == 0) {
          response.setHeader("Set-Cookie", cookie);
        } else {
          response.addHeader("Set-Cookie", cookie);
        }
      }
    }

    private static boolean unmarked(String cookie) {
      return cookie.startsWith("alliance=") && !cookie.contains("SameSite");
    }

    @Override
    public PrintWriter getWriter() throws IOException {
      cookies();
      return super.getWriter();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      cookies();
      return super.getOutputStream();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
      cookies();
      Redirect.to(response, own("Location", location));
    }

    @Override
    public void sendError(int status) throws IOException {
      cookies();
      super.sendError(status);
    }

    @Override
    public void reset() {
      super.reset();
      request.removeAttribute(WIDGETS);
      request.removeAttribute(SANDBOX);
      SecurityHeadersFilter.apply(request, response, secure);
      policy();
    }
  }
}
