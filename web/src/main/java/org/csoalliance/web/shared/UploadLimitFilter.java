package org.csoalliance.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.csoalliance.incident.attachment.AttachmentLimits;

/**
 * Refuses an upload by its announced size, before anything of it is read: the person comes back to
 * the form, which says so. An upload that announces no size is refused too.
 */
public class UploadLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final long MB = 1024L * 1024;
  // what a form needs round its file
  private static final long ROUND = MB;

  @Inject private transient AttachmentLimits attachments;

  /** The largest post that an address takes, in bytes; 0: this filter does not care. */
  private long most(String path) {
    if (path.equals("/join/proofs")) {
      return 10 * MB + ROUND;
    }
    if (path.equals("/editor/imports") || path.equals("/editor/imports/list")) {
      return 32 * MB + ROUND;
    }
    return path.matches("/incidents/[^/]+/files") ? attachments.most() + ROUND : 0;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRequestURI();
    long most =
        request.getMethod().equals("POST")
            ? most(address.substring(request.getContextPath().length()))
            : 0;
    long length = request.getContentLengthLong();
    if (most > 0 && length < 0) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (most > 0 && length > most) {
      response.setHeader("Connection", "close");
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", address + "?large=1");
    } else {
      chain.doFilter(request, response);
    }
  }
}
