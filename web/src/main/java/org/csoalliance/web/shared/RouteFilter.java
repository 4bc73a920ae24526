package org.csoalliance.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Turns an address of {@link Routes} into its view. Views have no address of their own: asked for
 * directly they are not found. A slash too many is redirected away.
 */
public class RouteFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The request attribute that holds the {@link Routes.Match} of this request. */
  static final String MATCH = "alliance.route";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = path(request);
    Optional<Routes.Match> match = Routes.match(path);
    if (match.isPresent()) {
      if (!METHODS.contains(request.getMethod())) {
        response.setHeader("Allow", "GET, HEAD, POST");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        return;
      }
      request.setAttribute(MATCH, match.get());
      chain.doFilter(new RoutedRequest(request, match.get()), response);
    } else if (path.length() > 1
        && path.endsWith("/")
        && Routes.match(path.substring(0, path.length() - 1)).isPresent()) {
      String query = request.getQueryString();
      response.setStatus(
          request.getMethod().equals("POST") ? 308 : HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader(
          "Location",
          request.getContextPath()
              + Routes.encodePath(path.substring(0, path.length() - 1))
              + (query == null ? "" : "?" + query));
    } else if (isFaces(request) && !path.startsWith("/jakarta.faces.resource/")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The address of a request, decoded, relative to the context path. */
  static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  private static boolean isFaces(HttpServletRequest request) {
    return RouteMappings.FACES.equals(request.getHttpServletMapping().getServletName());
  }
}
