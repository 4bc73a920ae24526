package org.csoalliance.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.csoalliance.it.harness.ContainerSession;
import org.csoalliance.it.harness.Eventually;
import org.csoalliance.it.harness.Site;
import org.csoalliance.it.harness.WebSession;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A database that takes connections and answers nothing: the node says so within seconds, stays
 * alive, answers every page at once, and is back by itself.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HungDatabaseIT {
  private static final Duration SECONDS = Duration.ofSeconds(20);

  private final WebSession visitor = new WebSession(Site.base());

  @Test
  void itIsToldAtOnceAndPassesByItself() throws Exception {
    WebSession member = WebSession.signedIn(Site.base(), "member");
    List<ProcessHandle> database = processes();
    signal("-STOP", database);
    try {
      await("readiness is red", "/health/ready", 503);
      assertEquals(200, quickly("/health/live").statusCode());
      HttpResponse<String> page = quickly("/");
      assertEquals(503, page.statusCode());
      assertTrue(page.body().contains("call the duty editor"), page.body());
      assertTrue(page.headers().firstValue("Retry-After").isPresent());
      assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
      HttpResponse<String> program = quickly("/api/v1/incidents");
      assertEquals(503, program.statusCode());
      assertTrue(program.body().contains("\"status\":503"), program.body());
      assertEquals(503, quickly("/report").statusCode());
      for (int i = 0; i < 200; i++) {
        assertEquals(503, quickly("/incidents").statusCode());
      }
      assertEquals(200, quickly("/health/live").statusCode(), "no thread is lost to it");
    } finally {
      signal("-CONT", database);
    }
    await("readiness is green", "/health/ready", 200);
    assertEquals(200, visitor.get("/").statusCode());
    assertEquals(200, member.get("/me").statusCode(), "the session is still there");
  }

  private HttpResponse<String> quickly(String path) {
    long start = System.nanoTime();
    HttpResponse<String> answer = visitor.get(path);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds < 5, path + " took " + seconds + " s");
    return answer;
  }

  private void await(String what, String path, int status) {
    Eventually.get(
        what, SECONDS, () -> visitor.get(path).statusCode() == status ? Boolean.TRUE : null);
  }

  /** The server process first, so that it starts no other meanwhile. */
  private static List<ProcessHandle> processes() throws IOException {
    Path file = ContainerSession.home().resolve("postgresql/postmaster.pid");
    ProcessHandle first =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(first));
    first.descendants().forEach(all::add);
    return all;
  }

  private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle each : processes) {
      new ProcessBuilder("kill", signal, Long.toString(each.pid())).start().waitFor();
    }
  }
}
