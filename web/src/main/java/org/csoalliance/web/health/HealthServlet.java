package org.csoalliance.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.csoalliance.platform.health.Health;

/**
 * Tells balancers and launchers how this node is: {@code /health/live} (the process answers),
 * {@code /health/started} (the data is loaded), {@code /health/ready} (and the database answers).
 * 200 with {@code "UP"}, or 503 with {@code "DOWN"}.
 */
@WebServlet({"/health/live", "/health/started", "/health/ready"})
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Health health;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String check = request.getServletPath().substring("/health/".length());
    boolean up =
        switch (check) {
          case "ready" -> health.ready();
          case "started" -> health.started();
          default -> true;
        };
    byte[] body =
        ("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"check\":\"" + check + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    response.setStatus(up ? 200 : 503);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
