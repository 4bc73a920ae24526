package org.csoalliance.web.join;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses an upload of proofs by its announced size, before anything of it is read: 10 MB of a file
 * and what a form needs round it. An upload that announces no size is refused too.
 */
public class UploadLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final long MOST_BYTES = 11L * 1024 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean post = request.getMethod().equals("POST");
    long length = request.getContentLengthLong();
    if (post && length < 0) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (post && length > MOST_BYTES) {
      response.setHeader("Connection", "close");
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/join/proofs?large=1");
    } else {
      chain.doFilter(request, response);
    }
  }
}
