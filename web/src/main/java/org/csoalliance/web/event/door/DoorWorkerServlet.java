package org.csoalliance.web.event.door;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.csoalliance.web.shared.Assets;

/**
 * What a phone needs to keep a page: the service worker, which must lie above the pages it keeps
 * and must not be kept itself, and the manifest of a door. Neither says anything of an event.
 */
@WebServlet({"/door-worker.js", "/door-manifest/*"})
public class DoorWorkerServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Assets assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/door-worker.js")) {
      send(response, "text/javascript", assets.find("js/worker.js").orElseThrow().plain());
      return;
    }
    String slug = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    if (!slug.matches("[a-z0-9-]{1,80}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String root = request.getContextPath();
    String door = root + "/organiser/" + slug + "/door";
    String manifest =
        Json.createObjectBuilder()
            .add("name", "Door, CSO Alliance")
            .add("short_name", "Door")
            .add("id", door)
            .add("start_url", door)
            .add("scope", root + "/organiser/")
            .add("display", "standalone")
            .add("background_color", "#ffffff")
            .add("theme_color", "#0c2f3f")
            .add(
                "icons",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("src", assets.url("img/favicon.svg"))
                            .add("type", "image/svg+xml")
                            .add("sizes", "any")))
            .build()
            .toString();
    send(response, "application/manifest+json", manifest.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
