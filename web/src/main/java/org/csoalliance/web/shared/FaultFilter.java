package org.csoalliance.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Stands round all pages and servlets: what escapes from them is logged once, with a reference, and
 * answered by an error page; the container never sees it. A caller who is not signed in and may not
 * do something is asked to sign in. Programs get problem+json. Should the error page itself fail, a
 * page without anything that could fail is sent.
 */
public class FaultFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient Assets assets;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      tell(request, response, chain);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException | LinkageError thrown) {
      if (response.isCommitted()) {
        // Too late for a page: the connection breaks, which the reader notices. Only we can log.
        if (!(thrown instanceof IOException)) {
          Faults.note(thrown, request);
        }
        throw thrown;
      }
      Faults.note(thrown, request);
      response.reset();
    }
    answer(request, response);
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!(request.getAttribute(Faults.STATUS) instanceof Integer status)
        || response.isCommitted()) {
      return;
    }
    request.removeAttribute(Faults.STATUS);
    if (status == HttpServletResponse.SC_FORBIDDEN
        && request.getUserPrincipal() == null
        && !isProgram(request, request.getRequestURI())) {
      response.sendRedirect(request.getContextPath() + "/sign-in?from=" + here(request));
    } else if (request.getAttribute(Faults.STEP_UP) != null
        && request.getMethod().equals("GET")
        && !isProgram(request, request.getRequestURI())) {
      response.sendRedirect(request.getContextPath() + "/sign-in/confirm?from=" + here(request));
    } else {
      response.sendError(status);
    }
  }

  private void tell(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 500;
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable cause && request.getAttribute(Faults.REFERENCE_OF) == null) {
      request.setAttribute(Faults.REFERENCE_OF, Faults.record(Faults.cause(cause), request));
    }
    Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (isProgram(request, String.valueOf(uri))) {
      response.setContentType("application/problem+json");
      response.setCharacterEncoding("UTF-8");
      response
          .getWriter()
          .write(
              "{\"type\":\"about:blank\",\"title\":\""
                  + title(code)
                  + "\",\"status\":"
                  + code
                  + "}");
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException | IOException | LinkageError failed) {
      if (!response.isCommitted()) {
        plain(response, code, Faults.record(Faults.cause(failed), request));
      }
    }
  }

  private void plain(HttpServletResponse response, int code, String reference) throws IOException {
    response.reset();
    PlainPage.send(
        response,
        assets,
        code,
        title(code),
        "This page could not be shown. Go back, or start again.",
        "Reference for the office: " + reference);
  }

  private static String title(int code) {
    return switch (code) {
      case 400 -> "Not understood";
      case 401 -> "Sign in first";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 409 -> "Conflict";
      case 413 -> "Too large";
      default -> "Something went wrong";
    };
  }

  private static boolean isProgram(HttpServletRequest request, String uri) {
    return uri.startsWith(request.getContextPath() + "/api/")
        || uri.startsWith(request.getContextPath() + "/health/");
  }

  /** The address asked for, relative to the context path, encoded as a parameter. */
  private static String here(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
    return URLEncoder.encode(path + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
  }
}
