package org.csoalliance.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.csoalliance.event.EventMediaDeskService;
import org.csoalliance.geography.PortImportService;
import org.csoalliance.incident.attachment.AttachmentLimits;
import org.csoalliance.publishing.BulletinPictureService;

/**
 * Refuses an upload by its announced size, before anything of it is read: the person comes back to
 * the form, which says so. An upload that announces no size is refused too. So is a form without a
 * file that is longer than the servers read: their own refusal is a fault of ours with its trace in
 * the log.
 */
public class UploadLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final long MB = 1024L * 1024;
  // what a form needs round its file
  private static final long ROUND = MB;

  // what Payara and WildFly read of a form, unless they are told otherwise
  private static final long MOST_FORM = 2 * MB;

  private static final long LINGER_NANOS = 2_000_000_000L;

  @Inject private transient AttachmentLimits attachments;
  @Inject private transient Assets assets;

  /** The largest post that an address takes, in bytes; 0: this filter does not care. */
  private long most(String path) {
    if (path.equals("/me/fleet/import")) {
      return 2 * MB + ROUND;
    }
    if (path.equals("/join/proofs")) {
      return 10 * MB + ROUND;
    }
    if (path.equals("/editor/imports") || path.equals("/editor/imports/list")) {
      return 32 * MB + ROUND;
    }
    if (path.matches("/events/[^/]+/registrations/[^/]+/answers/[^/]+")) {
      return 32 * MB + ROUND;
    }
    if (path.matches("/editor/bulletins/[0-9]+/pictures")) {
      return BulletinPictureService.MOST_BYTES + ROUND;
    }
    if (path.matches("/organiser/[^/]+/picture")) {
      return EventMediaDeskService.MOST_PICTURE + ROUND;
    }
    if (path.matches("/organiser/[^/]+/papers")) {
      return EventMediaDeskService.MOST_PAPER + ROUND;
    }
    if (path.startsWith("/editor/library/")) {
      return 25 * MB + ROUND;
    }
    if (path.startsWith("/editor/directory/")) {
      return 2 * MB + ROUND;
    }
    return path.matches("/incidents/[^/]+/files") ? attachments.most() + ROUND : 0;
  }

  /**
   * Whether a file is sent to an address that takes none so large: a server puts it aside on its
   * disk before any page is asked, so anybody could fill that. The interface limits itself.
   */
  static boolean unasked(String path, String mediaType, long length) {
    if (mediaType == null
        || !mediaType.toLowerCase(Locale.ROOT).startsWith("multipart/")
        || path.startsWith("/api/")
        || path.startsWith("/taxii2/")) {
      return false;
    }
    long limit = path.equals("/editor/ports") ? PortImportService.LARGEST_FILE + ROUND : 4 * MB;
    return length < 0 || length > limit;
  }

  /** Whether it is a form without a file that no server would read to its end. */
  static boolean endless(String mediaType, long length) {
    return mediaType != null
        && mediaType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
        && length > MOST_FORM;
  }

  /** The query of the form again, since a guest's link stands in it, with the mark. */
  static String large(String query) {
    if (query == null || query.isEmpty()) {
      return "?large=1";
    }
    return "?" + (query.matches("(.*&)?large=1(&.*)?") ? query : query + "&large=1");
  }

  /**
   * Throws away for two seconds what is on its way: a connection that is cut under a browser that
   * still sends is told to its person as a fault, and not by our answer.
   */
  private static void linger(ServletInputStream content) throws IOException {
    byte[] bin = new byte[65_536];
    long end = System.nanoTime() + LINGER_NANOS;
    while (System.nanoTime() < end && !content.isFinished()) {
      if (content.available() <= 0) {
        LockSupport.parkNanos(10_000_000);
      } else if (content.read(bin) < 0) {
        return;
      }
    }
  }

  /** Not by the page of the fault: Faces would ask the form for its fields again. */
  private void tell(HttpServletResponse response, String... sentences) throws IOException {
    PlainPage.send(
        response,
        assets,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        "That was too large",
        sentences);
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
      response.setHeader("Location", address + large(request.getQueryString()));
      response.flushBuffer();
      linger(request.getInputStream());
    } else if (most == 0
        && request.getMethod().equals("POST")
        && unasked(
            address.substring(request.getContextPath().length()),
            request.getContentType(),
            length)) {
      response.setHeader("Connection", "close");
      tell(
          response,
          "What you sent is larger than this page takes. Nothing was stored.",
          "Go back with your browser: what you wrote should stand there still. Take the file out, or"
              + " choose a smaller one, and send the form again.");
      response.flushBuffer();
      linger(request.getInputStream());
    } else if (endless(request.getContentType(), length)) {
      response.setHeader("Connection", "close");
      linger(request.getInputStream());
      tell(
          response,
          "The words of a form may have 2 MB at most. Nothing was stored.",
          "Go back with your browser: your words should stand there still. Shorten them, or take out"
              + " what was pasted by mistake, and send the form again.");
    } else {
      chain.doFilter(request, response);
    }
  }
}
