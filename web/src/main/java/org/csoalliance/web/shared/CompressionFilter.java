package org.csoalliance.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Compresses pages, feeds and answers of the interface; assets are compressed once, at start. What
 * is compressed, and how, is told by {@link CompressedResponse}.
 */
public class CompressionFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("HEAD") || request.getServletPath().equals("/assets")) {
      chain.doFilter(request, response);
      return;
    }
    boolean accepted = AssetsServlet.acceptsGzip(request.getHeader("Accept-Encoding"));
    // what fails leaves through close alone: the answer to the fault is the next filter's
    try (CompressedResponse compressed = new CompressedResponse(response, accepted)) {
      chain.doFilter(request, compressed);
      if (!request.isAsyncStarted()) {
        compressed.finish();
      }
    }
  }
}
