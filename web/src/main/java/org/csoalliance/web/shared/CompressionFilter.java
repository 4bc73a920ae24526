package org.csoalliance.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.omnifaces.filter.GzipResponseFilter;

/** Compresses pages, feeds and answers of the interface; assets are compressed once, at start. */
public class CompressionFilter extends GzipResponseFilter {
  @Override
  public void doFilter(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpSession session,
      FilterChain chain)
      throws ServletException, IOException {
    if (request.getServletPath().equals("/assets")) {
      chain.doFilter(request, response);
    } else {
      super.doFilter(request, response, session, chain);
    }
  }
}
