package org.csoalliance.web.health;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.csoalliance.platform.health.Health;
import org.csoalliance.platform.security.Roles;

/**
 * Measurements in Prometheus' text format at {@code /metrics}, for a caller on this machine or for
 * an administrator's token. A caller that came through a proxy is not on this machine.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Health health;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isLocal(request) && !request.isUserInRole(Roles.ADMINISTRATOR)) {
      response.sendError(request.getUserPrincipal() == null ? 401 : 403);
      return;
    }
    StringBuilder out = new StringBuilder(1000);
    Map<String, Long> mails = health.unsentMails();
    gauge(out, "alliance_up", "1 while the database answers", mails.isEmpty() ? 0 : 1);
    out.append("# HELP alliance_build_info The version that runs\n")
        .append("# TYPE alliance_build_info gauge\n")
        .append(String.format(Locale.ROOT, "alliance_build_info{version=\"%s\"} 1\n", version()));
    mails.forEach(
        (state, count) ->
            gauge(
                out,
                "alliance_outbox_" + state.toLowerCase(Locale.ROOT) + "_mails",
                state.equals("DEAD") ? "Mails given up" : "Mails that wait to be sent",
                count));
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    gauge(out, "jvm_memory_heap_used_bytes", "Heap in use", heap.getUsed());
    gauge(out, "jvm_memory_heap_max_bytes", "Heap at most", heap.getMax());
    gauge(
        out,
        "jvm_threads_current",
        "Live threads",
        ManagementFactory.getThreadMXBean().getThreadCount());
    byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain;version=0.0.4;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static void gauge(StringBuilder out, String name, String help, long value) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(" gauge\n");
    out.append(name).append(' ').append(value).append('\n');
  }

  /** A literal address is not looked up, so this never asks a name server. */
  static boolean isLocal(HttpServletRequest request) throws UnknownHostException {
    return request.getHeader("X-Forwarded-For") == null
        && request.getHeader("Forwarded") == null
        && request.getHeader("Via") == null
        && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
  }

  private String version() throws IOException {
    Properties built = new Properties();
    try (InputStream in =
        getServletContext()
            .getResourceAsStream("/META-INF/maven/org.csoalliance/alliance-web/pom.properties")) {
      if (in != null) {
        built.load(in);
      }
    }
    return built.getProperty("version", "unknown").replaceAll("[^A-Za-z0-9._+-]", "");
  }
}
