package org.csoalliance.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Waits until the application says that it is ready. */
final class Readiness {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Stands in our answer alone: Payara has health checks of its own at the same address. */
  private static final String OURS = "\"check\":\"ready\"";

  private Readiness() {}

  /**
   * Asks until the application itself answers. Payara gives 200 there too, before it has loaded the
   * application; that is not taken for an answer.
   *
   * @param server the started server
   * @param path the address below the root that answers 200 when all is well
   * @throws RunException when the server ends, refuses the archive or is not ready in time; with
   *     the last lines of its log
   */
  static void await(ServerHome server, String path) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.ports().http() + path))
            .timeout(Duration.ofSeconds(10))
            .build();
    long end = System.nanoTime() + LIMIT.toNanos();
    int last = 0;
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        last = answer.statusCode();
        if (isReady(last, answer.body())) {
          return;
        }
      } catch (IOException e) {
        last = 0;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RunException("The start was interrupted.", e);
      }
      if (server.failed()) {
        throw new RunException(
            "%s has stopped or has refused the application.\n%s"
                .formatted(server.label(), server.log().problem()));
      }
      pause(PAUSE);
    }
    throw new RunException(
        "The application was not ready within %d seconds: %s %s.\n%s"
            .formatted(
                LIMIT.toSeconds(),
                path,
                last == 0 ? "gave no answer" : "answered " + last,
                server.log().problem()));
  }

  static boolean isReady(int status, String body) {
    return status == 200 && body.contains(OURS);
  }

  /** Returns never: throws when the server has come to an unexpected end. */
  static void watch(ServerHome server) {
    while (!server.failed()) {
      pause(Duration.ofSeconds(2));
    }
    throw new RunException(
        "%s has stopped by itself.\n%s".formatted(server.label(), server.log().problem()));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunException("The start was interrupted.", e);
    }
  }
}
